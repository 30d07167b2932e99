// Feedback on a contract: sealed until both have given theirs or the time is over, then both sides
// with what was answered to them, what may be changed, and what a moderator said. What is flagged
// stands there with its reason and does not count.
import type { FeedbackContent, OpenFeedbackView } from '../../../domain/contracts/seen/feedback.ts';
import { otherParty, type Party } from '../../../domain/people.ts';
import { commandLabel } from '../../../words/commands.ts';
import { capital, subject, Who, whom, whose } from '../../../words/scene.ts';
import { momentText } from '../../../words/time.ts';
import { Sums } from '../../parts/amount.tsx';
import { ButtonLink } from '../../parts/button.tsx';
import { Row, Section } from '../../parts/layout.tsx';
import { Deadline, Note } from '../../parts/panel.tsx';
import { Status } from '../../parts/plan.tsx';
import { starLabels } from '../do/feedback-fields.tsx';
import { pathOfDoing, type Room } from '../room.ts';

export function FeedbackOf({ room }: { room: Room }) {
  const { feedback, status } = room.view;
  if (status !== 'ended') return null;
  return (
    <Section id="feedback-given" title="Feedback">
      {'contents' in feedback ? (
        <div class="stack airy">
          {(['client', 'freelancer'] as const).map((author) => (
            <Review key={author} {...{ room, author, feedback }} />
          ))}
          {!feedback.public && (
            <p class="note">
              Only the two of you can read this: it is public from the least payment that the rules
              name.
            </p>
          )}
        </div>
      ) : (
        <Sealed room={room} />
      )}
      <Changes room={room} />
      <Buttons room={room} />
    </Section>
  );
}

function Sealed({ room }: { room: Room }) {
  const { feedback } = room.view;
  const { scene } = room;
  const told = (['client', 'freelancer'] as const).map((party) => {
    const has = subject(scene, party, 'has', 'have');
    return feedback[party] === 'none'
      ? `${has} not given feedback.`
      : `${capital(whose(scene, party))} feedback is given and sealed.`;
  });
  return (
    <div class="measured">
      <p>{told.join(' ')}</p>
      {feedback.closes !== undefined && (
        <div class="above-3">
          <Deadline at={Temporal.Instant.from(feedback.closes)} reader={room.reader} />
          <p class="note">Then what was given can be read; sooner once both have given theirs.</p>
        </div>
      )}
    </div>
  );
}

type ReviewProps = {
  readonly room: Room;
  readonly author: Party;
  readonly feedback: OpenFeedbackView;
};

function Review({ room, author, feedback }: ReviewProps) {
  const { scene } = room;
  const content = feedback.contents[author];
  const title = `${capital(whose(scene, author))} feedback`;
  if (content === undefined) {
    return (
      <p class="measured">
        {feedback[author] === 'none'
          ? `${Who(scene, author)} gave no feedback.`
          : `${title} is no longer kept.`}
      </p>
    );
  }
  const flagged = feedback.flagged?.[author];
  const response = feedback.responses?.[otherParty(author)];
  return (
    <article class="measured">
      <h3>{title}</h3>
      {flagged !== undefined && (
        <p class="above-2">
          <Status shape="wrong">
            A moderator flagged it, and it does not count: {flagged.reason}
          </Status>
        </p>
      )}
      <FeedbackText title={title} content={content} />
      {response !== undefined && (
        <div class="above-3">
          <p class="note">
            {Who(scene, otherParty(author))} answered · <When at={response.at} room={room} />
          </p>
          <blockquote class="quoted">
            <p dir="auto">{response.comment}</p>
          </blockquote>
        </div>
      )}
      <Reported {...{ room, author, feedback }} />
    </article>
  );
}

/** What was written and the six numbers. */
export function FeedbackText({ title, content }: { title: string; content: FeedbackContent }) {
  const stars = Object.entries(starLabels).map(([star, label]) => ({
    label,
    text: `${content.stars[star] ?? '–'} of 5`,
  }));
  return (
    <>
      {content.comment !== undefined && (
        <blockquote class="quoted above-2">
          <p dir="auto">{content.comment}</p>
        </blockquote>
      )}
      <div class="narrow above-2">
        <Sums caption={title} rows={stars} />
      </div>
      {content.private_note !== undefined && (
        <p class="note above-2">
          Private, only you two read it: <q dir="auto">{content.private_note}</q>
        </p>
      )}
    </>
  );
}

/** Only its subject is told that it was reported. */
function Reported({ room, author, feedback }: ReviewProps) {
  const reported = feedback.reported?.[author];
  if (reported === undefined) return null;
  return (
    <p class="note above-3">
      Reported · <When at={reported.at} room={room} />: <q dir="auto">{reported.reason}</q>
    </p>
  );
}

function When({ at, room: { reader } }: { at: string; room: Room }) {
  return (
    <time datetime={at}>{momentText(Temporal.Instant.from(at), reader.zone, reader.now)}</time>
  );
}

/** A change that its subject has allowed, while it is possible. */
function Changes({ room }: { room: Room }) {
  const { changes } = room.view.feedback;
  const { scene, reader } = room;
  const open = (['client', 'freelancer'] as const).flatMap((author) => {
    const until = changes?.[author]?.until;
    return until === undefined ? [] : [{ author, until }];
  });
  return (
    <>
      {open.map(({ author, until }) => (
        <div key={author} class="measured above-5">
          <p>
            {Who(scene, otherParty(author))} let {whom(scene, author)} change it, once.
          </p>
          <Deadline at={Temporal.Instant.from(until)} reader={reader} />
          <Note>Without a change it stays as it is.</Note>
        </div>
      ))}
    </>
  );
}

const commands = [
  'give_feedback',
  'change_feedback',
  'respond_to_feedback',
  'allow_feedback_change',
  'report_feedback',
] as const;

function Buttons({ room }: { room: Room }) {
  const can: Readonly<Record<string, unknown>> = room.can;
  const possible = commands.filter((name) => can[name] === true);
  if (possible.length === 0) return null;
  return (
    <div class="above-5">
      <Row>
        {possible.map((name) => (
          <ButtonLink key={name} href={pathOfDoing(room, name)}>
            {commandLabel(name)}…
          </ButtonLink>
        ))}
      </Row>
    </div>
  );
}
