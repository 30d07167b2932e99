// What both have asked each other in the contract: questions with their answers, and how long one
// has been waiting.
import { Who } from '../../words/scene.ts';
import { momentText } from '../../words/time.ts';
import { Section } from '../parts/layout.tsx';
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
