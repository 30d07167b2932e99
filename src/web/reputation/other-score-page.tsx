// Somebody else's success score: the number and its window. Which contracts stand behind it is
// between the two of each, so nothing of them is here, not even how many there are.
import { type Person, publicPersonOf } from '../../people/person.ts';
import type { PublicScore, ScoreAsked } from '../../reads/reputation/score.ts';
import { scoreSentence } from '../../words/score/score.ts';
import type { Frame } from '../parts/frame.ts';
import { Head } from '../parts/head.tsx';
import { Chapter } from '../parts/layout.tsx';
import { Page } from '../parts/page.tsx';
import { BigNumber } from './number.tsx';

export type OtherScorePageProps = {
  readonly frame: Frame;
  readonly person: Person;
  readonly asked: ScoreAsked;
  readonly seen: PublicScore;
};

export function OtherScorePage({ frame, person, asked, seen }: OtherScorePageProps) {
  const { shortName } = publicPersonOf(person);
  return (
    <Page frame={frame} title={`Success score of ${shortName}`}>
      <Head
        above={<bdi>{shortName}</bdi>}
        title="Success score"
        state={scoreSentence(shortName, seen, asked.policy.score)}
      />
      <section class="score alone" aria-labelledby="now">
        <BigNumber {...seen} as={asked.as} reader={frame.reader} />
      </section>
      <Chapter id="about" title="What it says">
        <p class="narrow">
          It is computed from the feedback about contracts that have ended, by{' '}
          <a href="/rules">the rules in force</a>. The contracts themselves are shown to nobody but
          the two people of each.
        </p>
      </Chapter>
    </Page>
  );
}
