// Reported feedback, for moderators: what was written, why it was reported, and the form that flags
// it. What is flagged stays readable with the moderator's reason, and does not count.
import { otherParty } from '../../domain/people.ts';
import type { ReportedFeedback } from '../../reads/mediation/reported.ts';
import { capital } from '../../words/scene.ts';
import { fullMomentText } from '../../words/time.ts';
import { FeedbackText } from '../contracts/beside/feedback.tsx';
import { numberText } from '../home/need-texts.ts';
import { Button } from '../parts/button.tsx';
import { Post, TextArea } from '../parts/form/field.tsx';
import type { Frame, Reader } from '../parts/frame.ts';
import { Head } from '../parts/head.tsx';
import { Section } from '../parts/layout.tsx';
import { Empty } from '../parts/messages.tsx';
import { Page } from '../parts/page.tsx';
import { Status } from '../parts/plan.tsx';

/** What was typed under one of them and could not be carried out. */
export type Refused = {
  readonly contract: string;
  readonly author: string;
  readonly reason: string;
  readonly error: string;
};

export type ReportedPageProps = {
  readonly frame: Frame;
  readonly reported: readonly ReportedFeedback[];
  readonly refused?: Refused | undefined;
  readonly pressKey: string;
};

export function ReportedPage({ frame, reported, refused, pressKey }: ReportedPageProps) {
  const open = reported.filter(({ flagged }) => flagged === undefined).length;
  const state =
    open === 0
      ? 'No reported feedback waits for you.'
      : `${capital(numberText(open))} reported ${open === 1 ? 'review waits' : 'reviews wait'} for a moderator.`;
  return (
    <Page frame={frame} title="Reported feedback">
      <Head title="Reported feedback" state={state} />
      {reported.length === 0 ? (
        <Empty says="Nobody has reported any feedback." />
      ) : (
        reported.map((one, index) => (
          <One
            key={`${one.contract} ${one.author}`}
            {...{ one, index, refused, pressKey }}
            reader={frame.reader}
          />
        ))
      )}
    </Page>
  );
}

type OneProps = {
  readonly one: ReportedFeedback;
  readonly index: number;
  readonly reader: Reader;
  readonly refused: Refused | undefined;
  readonly pressKey: string;
};

function One({ one, index, reader, refused, pressKey }: OneProps) {
  const { author, parties, content, reported, flagged } = one;
  const [by, about] = [parties[author].name, parties[otherParty(author)].name];
  const when = (at: string) => fullMomentText(Temporal.Instant.from(at), reader.zone);
  return (
    <Section id={`reported-${index}`} title={`${by} about ${about}`} note={one.title}>
      <div class="measured">
        <FeedbackText title={`Feedback of ${by}`} content={content} />
        <p class="note above-4">
          {about} reported it · <time datetime={reported.at}>{when(reported.at)}</time>
        </p>
        <blockquote class="quoted">
          <p dir="auto">{reported.reason}</p>
        </blockquote>
        {flagged === undefined ? (
          <Flag {...{ one, index, refused, pressKey }} />
        ) : (
          <p class="above-4">
            <Status shape="wrong">
              Flagged on {when(flagged.at)}, and it does not count: {flagged.reason}
            </Status>
          </p>
        )}
      </div>
    </Section>
  );
}

function Flag({ one, index, refused, pressKey }: Omit<OneProps, 'reader'>) {
  const here = refused?.contract === one.contract && refused.author === one.author;
  return (
    <div class="above-4">
      <Post
        action="/reported"
        hidden={{ contract: one.contract, author: one.author, _key: `${pressKey}-${index}` }}
        label="Flag this feedback"
      >
        <TextArea
          name="reason"
          id={`reason-${index}`}
          label="Why it does not count"
          hint="Everybody who can read the feedback reads this. It cannot be taken back."
          rows={2}
          value={here ? refused.reason : ''}
          error={here ? refused.error : undefined}
        />
        <div class="above-3">
          <Button look="stop">Flag it: it does not count</Button>
        </div>
      </Post>
    </div>
  );
}
