// Two terms side by side, line by line: the offer and the counter to it, or the offer as it is
// and as it would be. What is the same stays quiet, what moved stands out, and both columns add
// up. Added and removed text is said in words too, never by colour alone.
import type { ContractView } from '../../../domain/contracts/seen/view.ts';
import { type Scene, summed } from '../../../words/scene.ts';
import { dueDay } from '../../contracts/due-day.ts';
import { type EffectRow, Effects, type Moment } from '../../parts/effects.tsx';
import type { Reader } from '../../parts/frame.ts';
import {
  type LineChange,
  lineChanges,
  type MilestoneDifference,
  milestoneDifferences,
} from './differences.ts';
import { type FullTerms, offeredTerms } from './full-terms.ts';

export type CounterTermsProps = {
  readonly view: ContractView;
  readonly scene: Scene;
  readonly reader: Reader;
};

/** What differs between an offer and the counter to it; nothing where there is none. */
export function CounterTerms({ view, scene, reader }: CounterTermsProps) {
  if (view.counter === undefined) return null;
  return (
    <TermsDifference
      before={offeredTerms(view)}
      after={view.counter.terms}
      moments={[
        { title: 'The offer', note: 'as it stands' },
        { title: 'The answer', note: 'if it is accepted' },
      ]}
      {...{ scene, reader }}
    />
  );
}

export type TermsDifferenceProps = {
  readonly before: FullTerms;
  readonly after: FullTerms;
  readonly moments: readonly [Moment, Moment];
  readonly scene: Scene;
  readonly reader: Reader;
};

export function TermsDifference(props: TermsDifferenceProps) {
  const { before, after, moments, scene, reader } = props;
  const differences = milestoneDifferences(before, after);
  const of = (terms: FullTerms) =>
    summed(
      scene,
      terms.milestones.map(({ amount }) => amount),
    );
  const rows: readonly EffectRow[] = [
    ...differences.map((one) => rowOf(one, before, reader)),
    { label: 'Sum', amounts: [of(before), of(after)], end: true },
  ];
  return (
    <div class="terms">
      <Effects
        caption={`The milestones of both, in ${scene.currency}`}
        unit={scene.currency}
        moments={moments}
        sides={[{ name: 'Milestones', rows }]}
      />
      <TitleChange before={before.title} after={after.title} />
      <ScopeChange before={before.scope ?? ''} after={after.scope ?? ''} />
      {before.fund_first !== after.fund_first && (
        <p class="measured">
          {after.fund_first
            ? 'New: the money for the first milestone comes with the offer.'
            : 'The money for the first milestone no longer comes with the offer.'}
        </p>
      )}
    </div>
  );
}

function rowOf(one: MilestoneDifference, before: FullTerms, reader: Reader): EffectRow {
  const { before: old, after } = one;
  const told = after ?? old;
  const notes = notesOn(one, before, reader);
  return {
    label: (
      <>
        {after === undefined ? '' : `${one.place} `}
        <bdi>{told?.title}</bdi>
      </>
    ),
    ...(notes.length === 0 ? {} : { note: notes.join(', ') }),
    amounts: [old?.amount ?? '', after?.amount ?? ''],
  };
}

/** What besides the amount is other than it was. */
function notesOn(one: MilestoneDifference, plan: FullTerms, reader: Reader): readonly string[] {
  const { before, after, moved } = one;
  if (after === undefined) return ['left out'];
  const due = after.due === null ? 'no due date' : `due ${dueDay(after.due, reader)}`;
  if (before === undefined) return ['new', due];
  const was = before.due === null ? 'was without a date' : `was ${dueDay(before.due, reader)}`;
  return [
    ...(before.title === after.title ? [] : [`was “${before.title}”`]),
    ...(before.due === after.due ? [] : [`${due}, ${was}`]),
    ...(moved ? [`was number ${plan.milestones.indexOf(before) + 1}`] : []),
  ];
}

function TitleChange({ before, after }: { before: string; after: string }) {
  if (before === after) return null;
  return (
    <div>
      <h3>Title</h3>
      <Lines changes={lineChanges(before, after)} />
    </div>
  );
}

function ScopeChange({ before, after }: { before: string; after: string }) {
  if (before === after) return null;
  return (
    <div>
      <h3>Description</h3>
      <Lines changes={lineChanges(before, after)} />
    </div>
  );
}

function Lines({ changes }: { changes: readonly LineChange[] }) {
  const told = changes.filter(({ kind, text }) => kind === 'same' || text.trim() !== '');
  return (
    <ul class="line-changes">
      {told.map(({ kind, text }, index) => (
        <li key={index} dir="auto">
          <Line kind={kind} text={text} />
        </li>
      ))}
    </ul>
  );
}

function Line({ kind, text }: LineChange) {
  if (kind === 'same') return <>{text === '' ? '\u00a0' : text}</>;
  if (kind === 'gone') {
    return (
      <>
        <span class="hidden">Removed: </span>
        <del>{text}</del>
      </>
    );
  }
  return (
    <>
      <span class="hidden">Added: </span>
      <ins>{text}</ins>
    </>
  );
}
