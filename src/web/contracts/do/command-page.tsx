// The confirm page of a command on a contract: the fields, then everything that follows from
// them, then the button. What is shown comes from the preview alone; where there is none yet,
// the page says why, and the button only works it out.
import type { ScoreRange } from '../../../domain/reputation/what-if.ts';
import type { Upload } from '../../../engine/files/uploads.ts';
import type { ContractPreview } from '../../../engine/requests.ts';
import { buttonLabel } from '../../../words/commands.ts';
import { capital } from '../../../words/scene.ts';
import type { AssetName } from '../../assets.ts';
import { ConfirmPage, type PressProps, PutRight } from '../../confirm/confirm-page.tsx';
import type { Shown } from '../../confirm/shown.ts';
import { CounterTerms } from '../../offers/terms/counter-terms.tsx';
import { offeredTerms } from '../../offers/terms/full-terms.ts';
import { OfferTerms } from '../../offers/terms/offer-terms.tsx';
import type { Frame } from '../../parts/frame.ts';
import { Chapter } from '../../parts/layout.tsx';
import { ScoreOutlook } from '../../reputation/score-outlook.tsx';
import { actPhrase } from '../act-names.ts';
import { ChangeTable } from '../change-table.tsx';
import { type MilestoneEntry, pathIn, pathOfDoing, type Room, seenAs } from '../room.ts';
import { Consequences } from './consequences.tsx';
import { effectSentence } from './effect-sentence.ts';
import { namedOne } from './fields/which-one.tsx';
import { CommandFields } from './fields.tsx';
import { FilesField, takesFiles } from './files-field.tsx';
import { type Previewed, previewedBy } from './previewed.ts';
import { Refusal, Stale } from './refusal.tsx';
import { Review } from './review.tsx';

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
  /** What an end could do to the reader's own score. */
  readonly score?: ScoreRange | null;
};

/** Commands that divide an amount between the two. */
const divides = new Set(['offer_settlement', 'recommend_split', 'rule']);

const final = new Set([
  'end_contract',
  'accept_cancel',
  'approve_escrow_refund',
  'decline_offer',
  'withdraw_offer',
  'remove_milestone',
  'accept_settlement',
  'accept_recommendation',
  'withdraw_dispute',
  'rule',
  'give_refund',
]);

const keepsGoing = new Set(['end_contract', 'accept_cancel', 'propose_cancel']);

export function CommandPage(props: CommandPageProps) {
  const { frame, room, command, milestone, shown } = props;
  const { preview, trouble, typed } = shown;
  const made =
    preview === null ? null : previewedBy(preview, seenAs(room), room.scene.names, room.reader);
  const refused = trouble?.kind === 'refused' && made === null;
  const title = refused
    ? capital(actPhrase(command, milestone))
    : `You are about to ${actPhrase(command, milestone)}`;
  return (
    <ConfirmPage
      frame={frame}
      crumbs={crumbsOf(props)}
      title={title}
      state={
        made === null
          ? openingOf(command, room, refused)
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
        href: whereFrom(props),
        label: backLabel(command, refused),
      }}
      scripts={scriptsFor(command)}
    >
      <CommandFields {...{ command, room, typed, milestone }} form={shown.form} />
      {takesFiles(command) && <FilesField sent={props.sent} error={typed.error('files')} />}
      <AgreedTo {...{ command, room, made }} />
      {made !== null && <Consequences made={made} room={room} command={command} />}
      {props.score && <ScoreOutlook range={props.score} href={scorePathIn(room)} />}
      <Review command={command} room={room} typed={typed} made={made} />
    </ConfirmPage>
  );
}

/** The description goes with the terms; the new contract has none of its own yet. */
function scopeOf({ view }: Room): { readonly scope?: string } {
  return view.terms.scope === undefined ? {} : { scope: view.terms.scope };
}

/** Where one came from: the contract, or for a mediator the case. */
function whereFrom({ room, shown }: CommandPageProps): string {
  const dispute = shown.form.get('dispute') ?? Object.keys(room.view.disputes)[0];
  const isCase = room.viewer === 'mediator' && dispute !== undefined;
  return isCase ? `/cases/${room.view.id}/${dispute}` : pathIn(room);
}

function crumbsOf(props: CommandPageProps) {
  const { room } = props;
  const list =
    room.viewer === 'mediator'
      ? { href: '/cases', label: 'Cases' }
      : { href: '/contracts', label: 'Contracts' };
  return [list, { href: whereFrom(props), label: room.view.terms.title }];
}

/** The terms that an acceptance is about, once more and whole. */
type AgreedToProps = {
  readonly command: string;
  readonly room: Room;
  readonly made: Previewed | null;
};

function AgreedTo({ command, room, made }: AgreedToProps) {
  const { view, scene, reader } = room;
  if (command === 'rehire' && made !== null) {
    const terms = { ...offeredTerms(made.after), ...scopeOf(room) };
    return (
      <Chapter
        id="terms"
        title="What you offer"
        note={<a href={`/offers/new?like=${view.id}`}>Change the terms first</a>}
      >
        <OfferTerms terms={terms} policy={made.after.policy} {...{ scene, reader }} />
      </Chapter>
    );
  }
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

function scriptsFor(command: string): readonly AssetName[] {
  if (command === 'propose_change') return ['composer'];
  return divides.has(command) ? ['split'] : [];
}

function backLabel(command: string, refused: boolean): string {
  if (refused) return 'Back to the contract';
  return keepsGoing.has(command) ? 'Keep the contract going' : 'Change nothing';
}

function openingOf(command: string, room: Room, refused: boolean): string {
  if (refused) return 'This is not possible now.';
  const can = room.can[command as keyof typeof room.can];
  return can === undefined || can === true
    ? 'Fill this in, and see what it does before it happens.'
    : 'This is not possible now.';
}

function scorePathIn({ viewer, view }: Room): string {
  return viewer === 'client' || viewer === 'freelancer'
    ? `/people/${view[viewer]}/score?as=${viewer}&what_if=${view.id}`
    : '/rules#score';
}

/** As whom one presses. */
function roleOf({ viewer }: Room): string {
  return viewer === 'client' || viewer === 'freelancer'
    ? `You are the ${viewer}`
    : `You act as ${viewer}`;
}

function factsOf(room: Room) {
  const { view } = room;
  const { name, version } = view.policy;
  return [
    roleOf(room),
    <a key="rules" href={pathIn(room, '/terms#rules')}>
      Rules: {name} {version}
    </a>,
  ];
}

function keepsOf(props: CommandPageProps): Record<string, string> {
  const { room, command, milestone, shown, pressKey } = props;
  return {
    ...namedOne(command, room, shown.form),
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
