// The page on which evaluation mode moves its clock. Nothing is lost by moving it and nothing can
// be taken back: what silence leads to happens on the way, each at its own moment.
import { cityOf, clockText, dayText } from '../../words/time.ts';
import { Shell } from '../context/shell.tsx';
import { Button, ButtonLink } from '../parts/button.tsx';
import { Field, Post } from '../parts/form/field.tsx';
import type { Frame, Reader } from '../parts/frame.ts';
import { Head } from '../parts/head.tsx';
import { Chapter, Row } from '../parts/layout.tsx';
import { Problem, Toast } from '../parts/messages.tsx';
import { Deadline } from '../parts/panel.tsx';
import { spans } from './spans.ts';
import type { Wrong } from './target.ts';

export type ClockPageProps = {
  readonly frame: Frame;
  /** Where "back" leads. */
  readonly back: string;
  readonly moved: boolean;
  /** The next deadline of anybody; null where there is none. */
  readonly next: Temporal.Instant | null;
  readonly typed?: Readonly<Record<string, string>>;
  readonly wrong?: Wrong;
};

export function ClockPage({ frame, back, moved, next, typed = {}, wrong }: ClockPageProps) {
  const { reader } = frame;
  const stay = { back: `/clock?moved&back=${encodeURIComponent(back)}` };
  return (
    <Shell frame={frame} title="The clock of this server">
      <Head
        crumbs={
          back === '/' ? [{ href: '/', label: 'First page' }] : [{ href: back, label: 'Back' }]
        }
        title="The clock of this server"
        state={nowSentence(reader)}
        facts={['Evaluation mode only', 'It never goes back']}
      />
      {moved && (
        <div class="above-5">
          <Toast>The clock was moved. All that was due has happened.</Toast>
        </div>
      )}
      {wrong && (
        <div class="above-5">
          <Problem
            title="The clock was not moved"
            items={[{ field: wrong.field, text: wrong.text }]}
          />
        </div>
      )}
      <Next next={next} reader={reader} stay={stay} />
      <Spans wrong={wrong} typed={typed.by} stay={stay} />
      <Moment reader={reader} wrong={wrong} typed={typed.to} stay={stay} />
      {back !== '/' && (
        <div class="above-6">
          <ButtonLink href={back}>Back to where you were</ButtonLink>
        </div>
      )}
    </Shell>
  );
}

/** "It is Monday, 23 November, 22:31 in Berlin and 21:31 UTC." */
function nowSentence({ now, zone }: Reader): string {
  const here = `${dayText(now, zone, now)}, ${clockText(now, zone)}`;
  if (cityOf(zone) === 'UTC') return `It is ${here} UTC.`;
  return `It is ${here} in ${cityOf(zone)} and ${clockText(now, 'UTC')} UTC.`;
}

type Stay = { readonly back: string };

type NextProps = {
  readonly next: Temporal.Instant | null;
  readonly reader: Reader;
  readonly stay: Stay;
};

function Next({ next, reader, stay }: NextProps) {
  return (
    <Chapter
      id="next-deadline"
      title="To the next deadline"
      note="Of anybody on this server: an answer that is due, a review that ends, money that clears."
    >
      {next === null ? (
        <p>No deadline lies ahead: nothing on this server happens by itself.</p>
      ) : (
        <>
          <Deadline at={next} reader={reader} />
          <div class="above-4">
            <Post action="/clock" hidden={{ next: '1', ...stay }}>
              <Button look="primary">Go to the next deadline</Button>
            </Post>
          </div>
        </>
      )}
    </Chapter>
  );
}

type OneProps = {
  readonly wrong: Wrong | undefined;
  readonly typed: string | undefined;
  readonly stay: Stay;
};

function errorAt(wrong: Wrong | undefined, field: Wrong['field']) {
  return wrong?.field === field ? { error: wrong.text } : {};
}

function Spans({ wrong, typed, stay }: OneProps) {
  return (
    <Chapter id="span" title="By a span" note="A day is 24 hours, a week seven of them.">
      <Post action="/clock" hidden={stay}>
        <Row>
          {spans.map(({ by, label }) => (
            <Button key={by} name="by" value={by}>
              {label}
            </Button>
          ))}
        </Row>
      </Post>
      <div class="above-5">
        <Post action="/clock" hidden={stay}>
          <Field
            {...{ name: 'by', label: 'Another span', value: typed, ...errorAt(wrong, 'by') }}
            hint="As programs write it: PT90M is 90 minutes, P10D ten days."
          />
          <div class="above-4">
            <Button>Move it by this span</Button>
          </div>
        </Post>
      </div>
    </Chapter>
  );
}

function Moment({ reader, wrong, typed, stay }: OneProps & { readonly reader: Reader }) {
  const local = reader.now.toZonedDateTimeISO(reader.zone).toPlainDateTime();
  const least = local.toString({ smallestUnit: 'minute' });
  return (
    <Chapter id="moment" title="To a moment" note={`In ${cityOf(reader.zone)} time.`}>
      <Post action="/clock" hidden={stay}>
        <Field
          {...{ name: 'to', label: 'Day and time', type: 'datetime-local' }}
          value={typed ?? least}
          {...errorAt(wrong, 'to')}
        />
        <div class="above-4">
          <Button>Move it to this moment</Button>
        </div>
      </Post>
    </Chapter>
  );
}
