// From events as they were written to what people read: references become what they refer to, tags
// fall away, and events are sorted into what was agreed, delivered, said and disputed. Whoever
// checks a bundle makes these lists once more from the events and compares.
import { type BundleEvent, type BundleTexts, entryNames } from './format.ts';

export type Readable = { readonly seq: number; readonly type: string } & Record<string, unknown>;

/** A reference to a text, or to a file, as events have them. */
export type Ref =
  | {
      readonly kind: 'text';
      readonly id: string;
      readonly digest: string;
      readonly sealed: boolean;
    }
  | { readonly kind: 'file'; readonly id: string; readonly sha256: string; readonly bytes: number }
  | { readonly kind: 'policy'; readonly id: string };

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null;

/** Every reference in the data of an event, wherever it is. */
export function refsIn(value: unknown, key = ''): readonly Ref[] {
  if (!isPlain(value)) return [];
  const { text, digest, file, sha256, bytes, '#': policy } = value;
  if (typeof text === 'string' && typeof digest === 'string') {
    return [{ kind: 'text', id: text, digest, sealed: key === 'sealed' }];
  }
  if (typeof file === 'string' && typeof sha256 === 'string') {
    return [{ kind: 'file', id: file, sha256, bytes: Number(bytes) }];
  }
  if (typeof policy === 'string') return [{ kind: 'policy', id: policy }];
  return Object.entries(value).flatMap(([name, inner]) => refsIn(inner, name));
}

type Lookup = { readonly body: (id: string) => string | undefined; readonly names: Plain };

/** The event in the form for people. */
export function readable(event: BundleEvent, texts: BundleTexts): Readable | null {
  const { seq, written, seen } = event;
  if (written === undefined)
    return seen === undefined ? null : { seq, type: String(seen.type), ...seen };
  const { type, at, by, as, data } = written;
  const bodies = new Map(texts.texts.map(({ id, body }) => [id, body]));
  const lookup = { body: (id: string) => bodies.get(id), names: texts.names };
  const told = Object.entries(data).map(([name, value]) => [name, toldOf(value, lookup)]);
  return { seq, at, by, as, type, ...Object.fromEntries(told) };
}

function toldOf(value: unknown, texts: Lookup): unknown {
  if (!isPlain(value)) return value;
  if (Array.isArray(value)) return value.map((item) => toldOf(item, texts));
  const { text, digest, file, $: money, '@': at, '~': span, '#': policy } = value;
  if (typeof text === 'string' && typeof digest === 'string') return texts.body(text) ?? null;
  if (typeof file === 'string' && 'sha256' in value) {
    const name = texts.names[file];
    return name === undefined ? value : { ...value, name };
  }
  const tag = at ?? span ?? policy;
  if (typeof tag === 'string') return tag;
  if (typeof money === 'string') return money.split(' ')[1] ?? money;
  const told = Object.entries(value).map(([name, item]) => [
    name === 'fundFirst' ? 'fund_first' : name,
    toldOf(item, texts),
  ]);
  return Object.fromEntries(told);
}

const answers = ['proposed', 'accepted', 'declined', 'withdrawn', 'lapsed'];

/** Which events stand in which list, by how their types begin. */
const lists: Readonly<Record<string, readonly string[]>> = {
  [entryNames.terms]: [
    'offer_',
    'counter_',
    ...answers.map((answer) => `change_${answer}`),
    ...['added', 'edited', 'removed'].map((what) => `milestone_${what}`),
    'contract_ended',
    'contract_reopened',
    'reopen_',
  ],
  [entryNames.submissions]: [
    'work_submitted',
    'submission_withdrawn',
    'changes_requested',
    'payment_released',
  ],
  [entryNames.messages]: ['message_sent'],
  [entryNames.clarifications]: ['clarification_'],
  [entryNames.disputes]: [
    'dispute_',
    'evidence_',
    'settlement_',
    'case_',
    'split_',
    'recommendation_',
    'mediation_',
    'arbitration_',
    'escrow_refund_',
  ],
};

/** The lists for people, by the names of their entries. */
export function readableLists(
  events: readonly BundleEvent[],
  texts: BundleTexts,
): Readonly<Record<string, readonly Readable[]>> {
  const all = events.flatMap((event) => readable(event, texts) ?? []);
  return Object.fromEntries(
    Object.entries(lists).map(([path, begins]) => [
      path,
      all.filter(({ type }) => begins.some((begin) => type.startsWith(begin))),
    ]),
  );
}
