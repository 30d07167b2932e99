// The confirm page of a command on a contract: the fields, then everything that follows from
// them, then the button. What is shown comes from the preview alone; where there is none yet,
// the page says why, and the button only works it out.
import type { Upload } from '../../../engine/files/uploads.ts';
import type { ContractPreview } from '../../../engine/requests.ts';
import { buttonLabel } from '../../../words/commands.ts';
import { capital } from '../../../words/scene.ts';
import { cityOf } from '../../../words/time.ts';
import { ConfirmPage, type PressProps, PutRight } from '../../confirm/confirm-page.tsx';
import { Deadlines } from '../../confirm/deadlines.tsx';
import { effectsOf } from '../../confirm/effects.ts';
import { Movements } from '../../confirm/movements.tsx';
import type { Shown } from '../../confirm/shown.ts';
import { CounterTerms } from '../../offers/terms/counter-terms.tsx';
import { offeredTerms } from '../../offers/terms/full-terms.ts';
import { OfferTerms } from '../../offers/terms/offer-terms.tsx';
import { Effects } from '../../parts/effects.tsx';
import type { Frame } from '../../parts/frame.ts';
import { Chapter } from '../../parts/layout.tsx';
import { actPhrase } from '../act-names.ts';
import { ChangeTable } from '../change-table.tsx';
import { type MilestoneEntry, otherName, pathIn, pathOfDoing, type Room } from '../room.ts';
import { effectSentence } from './effect-sentence.ts';
import { FeedbackFields } from './feedback-fields.tsx';
import { CommandFields } from './fields.tsx';
import { FilesField, takesFiles } from './files-field.tsx';
import { outlookOf } from './outlook.ts';
import { type Previewed, previewedBy } from './previewed.ts';
import { Refusal, Stale } from './refusal.tsx';
import { Stays, staysOf } from './stays.tsx';

export type CommandPageProps = {
  readonly frame: Frame;
  readonly room: Room;
  readonly command: string;
  readonly milestone: MilestoneEntry | undefined;
  readonly shown: Shown<ContractPreview>;
  /** The files that were sent so far. */
  readonly sent: readonly Upload[];
  /** Unique for this showing: a press that arrives twice counts once. */
  readonly pressKey: string;
};

const final = new Set([
  'end_contract',
  'accept_cancel',
  'approve_escrow_refund',
  'decline_offer',
  'withdraw_offer',
  'remove_milestone',
]);

/** However little moves: who ends a contract sees the money of both. */
const endings = new Set(['end_contract', 'accept_cancel']);

const keepsGoing = new Set(['end_contract', 'accept_cancel', 'propose_cancel']);

export function CommandPage(props: CommandPageProps) {
  const { frame, room, command, milestone, shown } = props;
  const { preview, trouble, typed } = shown;
  const made =
    preview === null ? null : previewedBy(preview, room.viewer, room.scene.names, room.reader);
  const refused = trouble?.kind === 'refused' && made === null;
  const title = refused
    ? capital(actPhrase(command, milestone))
    : `You are about to ${actPhrase(command, milestone)}`;
  return (
    <ConfirmPage
      frame={frame}
      crumbs={[
        { href: '/contracts', label: 'Contracts' },
        { href: pathIn(room), label: room.view.terms.title },
      ]}
      title={title}
      state={
        made === null
          ? openingOf(command, room)
          : effectSentence(command, made.events, made.scene, made.after)
      }
      facts={factsOf(room)}
      problem={
        trouble?.kind === 'mistakes' ? (
          <PutRight mistakes={trouble.mistakes} />
        ) : trouble?.kind === 'refused' ? (
          <Refusal room={room} command={command} rejection={trouble.rejection} />
        ) : trouble?.kind === 'stale' ? (
          <Stale room={room} command={command} seen={Number(shown.form.get('_seen') ?? '0')} />
        ) : undefined
      }
      action={pathOfDoing(room, command)}
      files={takesFiles(command)}
      keeps={keepsOf(props)}
      press={made === null ? null : pressOf(command, made)}
      look={trouble?.kind === 'refused' ? undefined : 'Look at what it does'}
      back={{
        href: pathIn(room),
        label: backLabel(command, refused),
      }}
      scripts={command === 'propose_change' ? ['composer'] : []}
    >
      <CommandFields {...{ command, room, typed, milestone }} form={shown.form} />
      {takesFiles(command) && <FilesField sent={props.sent} error={typed.error('files')} />}
      <AgreedTo command={command} room={room} />
      {made !== null && <Consequences made={made} room={room} command={command} />}
      <Review command={command} room={room} typed={typed} made={made} />
    </ConfirmPage>
  );
}

/** The terms that an acceptance is about, once more and whole. */
function AgreedTo({ command, room }: { command: string; room: Room }) {
  const { view, scene, reader } = room;
  if (command === 'accept_offer') {
    return (
      <Chapter id="terms" title="What you agree to">
        <OfferTerms terms={offeredTerms(view)} policy={view.policy} {...{ scene, reader }} />
      </Chapter>
    );
  }
  if (command === 'accept_change') {
    return (
      <Chapter id="terms" title="What you agree to">
        <ChangeTable room={room} />
      </Chapter>
    );
  }
  if (command !== 'accept_counter' || view.counter === undefined) return null;
  return (
    <Chapter id="terms" title="What you agree to">
      <CounterTerms {...{ view, scene, reader }} />
    </Chapter>
  );
}

function backLabel(command: string, refused: boolean): string {
  if (refused) return 'Back to the contract';
  return keepsGoing.has(command) ? 'Keep the contract going' : 'Change nothing';
}

function openingOf(command: string, room: Room): string {
  const can = room.can[command as keyof typeof room.can];
  return can === undefined || can === true
    ? 'Fill this in, and see what it does before it happens.'
    : 'This is not possible now.';
}

function factsOf(room: Room) {
  const { view } = room;
  const { name, version } = view.policy;
  return [
    room.viewer === 'client' ? 'You are the client' : 'You are the freelancer',
    <a key="rules" href={pathIn(room, '/terms#rules')}>
      Rules: {name} {version}
    </a>,
  ];
}

function keepsOf({ room, milestone, shown, pressKey }: CommandPageProps): Record<string, string> {
  return {
    ...(milestone === undefined ? {} : { milestone: milestone.id }),
    ...(shown.preview === null ? {} : { _promise: shown.preview.promise }),
    _key: pressKey,
    _seen: String(room.timeline.at(-1)?.event.seq ?? 0),
  };
}

function pressOf(command: string, made: Previewed): PressProps {
  return {
    says: made.happens.length === 0 ? 'Nothing changes.' : saysOf(made),
    label: buttonLabel(command, made.events, made.scene),
    stop: final.has(command),
  };
}

/** What the timeline will say about it, first things first. */
function saysOf({ happens }: Previewed): string {
  return `Then the timeline says: ${happens.slice(0, 3).join(' ')}`;
}

type ConsequencesProps = {
  readonly made: Previewed;
  readonly room: Room;
  readonly command: string;
};

/** What changes, the money line by line, deadlines, what stays. Without money it is shorter. */
function Consequences({ made, room, command }: ConsequencesProps) {
  const { preview, scene, begins, ends } = made;
  const outlook = outlookOf(command, preview, room);
  const effects = effectsOf(preview, scene, room.reader, { outlook, always: endings.has(command) });
  const moves = preview.postings.length > 0;
  const stays = staysOf(made, room, command);
  return (
    <>
      <Chapter
        id="effects"
        title="What changes"
        note="The same calculation is carried out when you press the button."
      >
        {effects === null ? (
          <p class="measured">No money moves, now or by silence, because of this.</p>
        ) : (
          <Effects {...effects} />
        )}
      </Chapter>
      {(moves || effects !== null) && (
        <Chapter id="lines" title="Money, line by line" note="When you press, at once.">
          <Movements postings={preview.postings} scene={scene} nothing={nothingMoves(made)} />
        </Chapter>
      )}
      {(begins.length > 0 || ends.length > 0 || effects !== null) && (
        <Chapter id="times" title="Deadlines" note={`Your time is ${cityOf(room.reader.zone)}.`}>
          <Deadlines {...{ begins, ends, scene }} reader={room.reader} />
        </Chapter>
      )}
      {stays.length > 0 && (
        <Chapter id="stays" title="What stays">
          <Stays lines={stays} />
        </Chapter>
      )}
    </>
  );
}

function nothingMoves({ events }: Previewed): string {
  return events.some(({ type }) => type === 'charge_requested')
    ? 'Nothing is held before the charge goes through. If it is declined, nothing is owed.'
    : 'No money moves when you press.';
}

type ReviewProps = {
  readonly command: string;
  readonly room: Room;
  readonly typed: Shown<ContractPreview>['typed'];
  readonly made: Previewed | null;
};

/** The feedback that a command asks for, or that it opens. */
function Review({ command, room, typed, made }: ReviewProps) {
  const other = otherName(room);
  if (command === 'end_contract' && room.can.end_contract === true) {
    return (
      <Chapter
        id="feedback"
        title="Your feedback"
        note={`Required from the side that ends. Sealed until ${other} has given theirs or the time for it is over.`}
      >
        <FeedbackFields prefix="feedback." typed={typed} other={other} />
      </Chapter>
    );
  }
  if (command === 'give_feedback' && room.can.give_feedback === true) {
    return (
      <Chapter
        id="feedback"
        title="Your feedback"
        note={`Sealed until ${other} has given theirs too, or the time for it is over.`}
      >
        <FeedbackFields prefix="" typed={typed} other={other} />
      </Chapter>
    );
  }
  if (made === null || made.after.status !== 'ended' || room.view.status === 'ended') return null;
  return (
    <Chapter id="feedback" title="Feedback">
      <p class="measured">
        Both of you may give feedback afterwards; nobody has to. It is sealed until both have given
        theirs or the time for it is over.
      </p>
    </Chapter>
  );
}
