// What differs between two terms, line by line: milestones matched by their ids, the description
// by its lines. It compares texts and amounts as they are seen, and computes no money but the
// two totals.
import type { MilestoneTermsView } from '../../../domain/contracts/seen/view.ts';
import type { FullTerms } from './full-terms.ts';

export type MilestoneDifference = {
  readonly id: string;
  /** Its place in the new plan, or in the old one when it is gone. */
  readonly place: number;
  readonly before: MilestoneTermsView | undefined;
  readonly after: MilestoneTermsView | undefined;
  /** It stands elsewhere among those that both plans have. */
  readonly moved: boolean;
};

/** Every milestone of either plan: the new ones in their order, then those that are left out. */
export function milestoneDifferences(
  before: FullTerms,
  after: FullTerms,
): readonly MilestoneDifference[] {
  const old = new Map(before.milestones.map((one) => [one.id, one]));
  const kept = new Set(after.milestones.map(({ id }) => id));
  const oldOrder = before.milestones.filter(({ id }) => kept.has(id));
  const newOrder = after.milestones.filter(({ id }) => old.has(id));
  const current = after.milestones.map((one, index) => ({
    id: one.id,
    place: index + 1,
    before: old.get(one.id),
    after: one,
    moved: newOrder.indexOf(one) !== oldOrder.findIndex(({ id }) => id === one.id),
  }));
  const gone = before.milestones.flatMap((one, index) =>
    kept.has(one.id)
      ? []
      : [{ id: one.id, place: index + 1, before: one, after: undefined, moved: false }],
  );
  return [...current, ...gone];
}

function isSameMilestone(a: MilestoneTermsView, b: MilestoneTermsView | undefined): boolean {
  if (b === undefined) return false;
  return a.id === b.id && a.title === b.title && a.amount === b.amount && a.due === b.due;
}

/** Whether one term of these is another one of those, the order of the milestones included. */
export function isDifferent(before: FullTerms, after: FullTerms): boolean {
  const samePlan =
    before.milestones.length === after.milestones.length &&
    before.milestones.every((one, index) => isSameMilestone(one, after.milestones[index]));
  return !(
    samePlan &&
    before.title === after.title &&
    (before.scope ?? '') === (after.scope ?? '') &&
    before.fund_first === after.fund_first
  );
}

export type LineChange = {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
};

/** Longer texts than this are shown whole, one after the other. */
const mostCells = 250_000;

/** The lines of two texts, in order: those of both, those that are gone, those that are new. */
export function lineChanges(before: string, after: string): readonly LineChange[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  const line = (kind: LineChange['kind']) => (text: string) => ({ kind, text });
  if (a.length * b.length > mostCells) return [...a.map(line('gone')), ...b.map(line('new'))];
  const common = commonLengths(a, b);
  const changes: LineChange[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right) {
      changes.push({ kind: 'same', text: left });
      i += 1;
      j += 1;
    } else if (
      left !== undefined &&
      (right === undefined || common(i + 1, j) >= common(i, j + 1))
    ) {
      changes.push({ kind: 'gone', text: left });
      i += 1;
    } else {
      changes.push({ kind: 'new', text: right ?? '' });
      j += 1;
    }
  }
  return changes;
}

/** How many lines the rests of two texts have in common at most, from these lines on. */
function commonLengths(a: readonly string[], b: readonly string[]) {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return at;
}
