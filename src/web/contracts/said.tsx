// What both have said to each other in the contract: questions with their answers, and feedback,
// which is sealed until both have given theirs or the time for it is over.
import type { FeedbackContent } from '../../domain/contracts/seen/feedback.ts';
import type { Party } from '../../domain/people.ts';
import { capital, subject, verb, Who, whose } from '../../words/scene.ts';
import { momentText } from '../../words/time.ts';
import { Sums } from '../parts/amount.tsx';
import { Section } from '../parts/layout.tsx';
import { Deadline } from '../parts/panel.tsx';
import { starLabels } from './do/feedback-fields.tsx';
import type { Room } from './room.ts';

export function Questions({ room }: { room: Room }) {
  const { view, scene, reader } = room;
  if (view.clarifications.length === 0) return null;
  const when = (at: string) => momentText(Temporal.Instant.from(at), reader.zone, reader.now);
  return (
    <Section id="questions" title="Questions">
      <ol class="stack">
        {view.clarifications.map((one) => (
          <li key={one.asked}>
            <p class="note">
              {Who(scene, one.by)} asked · <time datetime={one.asked}>{when(one.asked)}</time>
            </p>
            <blockquote class="quoted">
              <p dir="auto">{one.question}</p>
            </blockquote>
            {one.answer === undefined || one.answered === undefined ? (
              <p class="note">Not answered. A due date that passes meanwhile is not missed.</p>
            ) : (
              <>
                <p class="note">
                  Answer · <time datetime={one.answered}>{when(one.answered)}</time>
                </p>
                <blockquote class="quoted">
                  <p dir="auto">{one.answer}</p>
                </blockquote>
              </>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}

export function FeedbackOf({ room }: { room: Room }) {
  const { feedback, status } = room.view;
  if (status !== 'ended') return null;
  return (
    <Section id="feedback-given" title="Feedback">
      {'contents' in feedback ? (
        <div class="stack airy">
          {(['client', 'freelancer'] as const).map((author) => (
            <Review key={author} room={room} author={author} content={feedback.contents[author]} />
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
  readonly content: FeedbackContent | undefined;
};

function Review({ room, author, content }: ReviewProps) {
  const { scene } = room;
  const title = `${capital(whose(scene, author))} feedback`;
  if (content === undefined) {
    return (
      <p class="measured">
        {Who(scene, author)} gave no feedback, or {verb(scene, author, 'it is', 'it is')} no longer
        kept.
      </p>
    );
  }
  const stars = Object.entries(starLabels).map(([star, label]) => ({
    label,
    text: `${content.stars[star] ?? '–'} of 5`,
  }));
  return (
    <div class="measured">
      <h3>{title}</h3>
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
    </div>
  );
}
