// The success score with everything that it is made of: the number and its window, how it went
// over a year, every contract with value, weight, reason and share, what a contract at hand could
// do to it, and the rules out of the policy. For the person themselves.
import type { Person } from '../../people/person.ts';
import { type OwnScore, type ScoreAsked, scoreOverTime } from '../../reads/reputation/score.ts';
import { scoreRules } from '../../words/score/rules.ts';
import { outcomesSentence, scoreSentence } from '../../words/score/score.ts';
import type { Frame } from '../parts/frame.ts';
import { Head, Tabs } from '../parts/head.tsx';
import { Chapter } from '../parts/layout.tsx';
import { Page } from '../parts/page.tsx';
import { Table } from '../parts/table.tsx';
import { ScoreChart } from './chart.tsx';
import { Counted, LeftOut, Windows } from './made-of.tsx';
import { BigNumber } from './number.tsx';
import { WhatIf } from './what-if.tsx';

export type ScorePageProps = {
  readonly frame: Frame;
  readonly person: Person;
  /** Else an operator looks. */
  readonly isMine: boolean;
  readonly asked: ScoreAsked;
  readonly own: OwnScore;
  /** The contract that the reader asks about. */
  readonly whatIf: string | undefined;
};

export function ScorePage(props: ScorePageProps) {
  const { frame, person, isMine, asked, own } = props;
  const path = `/people/${person.id}/score`;
  const { score } = own;
  return (
    <Page frame={frame} title="Success score">
      <Head
        crumbs={isMine ? [{ href: '/account', label: person.name }] : undefined}
        above={isMine ? undefined : <bdi>{person.name}</bdi>}
        title="Success score"
        state={stateOf(props)}
        facts={[
          `By the rules ${asked.policy.name} ${asked.policy.version}`,
          <a key="json" href={`${path}.json?as=${asked.as}`}>
            Take the history along as JSON
          </a>,
        ]}
      />
      <Sides person={person} as={asked.as} path={path} />
      <section class="score" aria-labelledby="now">
        <BigNumber score={score.score} window={score.window} as={asked.as} reader={frame.reader} />
        <ScoreChart points={scoreOverTime(own, 12)} />
      </section>
      <Chapter
        id="made-of"
        title="What it is made of"
        note="Each contract’s share is weight × value ÷ the sum of all weights, in points of 100."
      >
        <Counted own={own} />
        <LeftOut own={own} />
        <Windows score={score} />
      </Chapter>
      <WhatIf {...props} path={path} />
      <Rules {...props} />
    </Page>
  );
}

function stateOf({ asked, own, isMine, person }: ScorePageProps): string {
  const { score, window, contracts } = own.score;
  if (score === null) {
    const told = { score, window: window === null ? null : `${window}` };
    return scoreSentence(isMine ? null : person.name, told, asked.policy.score);
  }
  return outcomesSentence(contracts.flatMap((line) => (line.counted ? [line.value] : [])));
}

type SidesProps = { readonly person: Person; readonly as: string; readonly path: string };

function Sides({ person, as, path }: SidesProps) {
  const sides = (['freelancer', 'client'] as const).filter((side) => person.roles.includes(side));
  if (sides.length < 2) return null;
  const label = { freelancer: 'As a freelancer', client: 'As a client' };
  return (
    <Tabs
      label="Which score"
      tabs={sides.map((side) => ({
        href: `${path}?as=${side}`,
        label: label[side],
        current: side === as,
      }))}
    />
  );
}

function Rules({ asked, own }: ScorePageProps) {
  const { policy } = asked;
  const currency = own.lines[0]?.currency ?? Object.keys(policy.currencies)[0] ?? 'USD';
  return (
    <Chapter
      id="rules"
      title="The rules"
      note="Out of the policy itself: the numbers that the score was computed with."
    >
      <Table
        columns={[
          { label: 'Rule' },
          { label: 'What follows', fold: 'wide' },
          { label: 'Number', fold: 'wide' },
        ]}
        rows={scoreRules(policy, currency).map(({ what, value, follows }) => ({
          key: what,
          cells: [
            what,
            <span key="f" class="muted">
              {follows}
            </span>,
            value,
          ],
        }))}
      />
    </Chapter>
  );
}
