// Forms of pages, decoded into the same fields as the API takes and judged by the same shapes.
// Names say where a value belongs: "feedback.stars.skills", "milestones[0].amount". What is empty
// counts as absent, rows of which nothing was filled in are left out, and everything that was
// typed comes back for refilling, under the names that problems and rejections use. Names that
// begin with an underscore (_key, _promise) belong to the page and are not looked at.
import { z } from 'zod';
import { endOfUtcDay } from '../domain/calendar.ts';
import { amountText } from './amount-text.ts';
import {
  type ContractCommandShape,
  type Parsed,
  parseCommand,
  shapeOf,
  type WalletCommandShape,
} from './commands.ts';
import { bare, type FieldKind, isNullable, kindOf } from './shapes/fields.ts';

export type ParsedForm<N extends string = string> = Parsed<N> & {
  /** What was typed, as it was typed, by field name; rows are numbered anew without empty ones. */
  readonly typed: ReadonlyMap<string, string>;
};

type Path = readonly (string | number)[];
type Entry = { readonly path: Path; readonly value: string };

/** More fields than any of our pages has. */
const mostFields = 1000;

/** A command from a form. */
export function parseForm<N extends ContractCommandShape | WalletCommandShape>(
  name: N,
  form: URLSearchParams,
): ParsedForm<N> {
  const entries = withoutEmptyRows(entriesOf(form));
  const typed = new Map(entries.map(({ path, value }) => [nameOf(path), value]));
  const root: Tree = new Map();
  for (const entry of entries) place(root, entry, shapeOf(name));
  return { ...parseCommand(name, plainOf(root)), typed };
}

function entriesOf(form: URLSearchParams): readonly Entry[] {
  return [...form]
    .filter(([name]) => !name.startsWith('_'))
    .slice(0, mostFields)
    .map(([name, value]) => ({ path: pathOf(name), value: value.replaceAll('\r\n', '\n') }));
}

/** "milestones[0].amount" is milestones, 0, amount. What is no such name is one odd field. */
function pathOf(name: string): Path {
  const shape = /^[a-z_]+(\[\d{1,3}\]|\.[a-z_]+)*$/;
  if (!shape.test(name)) return [name];
  return [...name.matchAll(/[a-z_]+|\d+/g)].map(([part]) =>
    /^\d/.test(part) ? Number(part) : part,
  );
}

function nameOf(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? part : `${text}.${part}`;
  }, '');
}

/** A row's own name does not make it filled in. */
function fills({ path, value }: Entry): boolean {
  return value.trim() !== '' && path.at(-1) !== 'id';
}

/** Without rows of a list in which nothing was filled in; the others move up. */
function withoutEmptyRows(entries: readonly Entry[]): readonly Entry[] {
  const filled = new Map<string, Set<number>>();
  for (const entry of entries) {
    const [list, row] = entry.path;
    if (typeof list !== 'string' || typeof row !== 'number' || !fills(entry)) continue;
    filled.set(list, (filled.get(list) ?? new Set()).add(row));
  }
  return entries.flatMap((entry): Entry[] => {
    const [list, row, ...rest] = entry.path;
    if (typeof list !== 'string' || typeof row !== 'number') return [entry];
    const rows = [...(filled.get(list) ?? [])].sort((a, b) => a - b);
    const place = rows.indexOf(row);
    return place < 0 ? [] : [{ path: [list, place, ...rest], value: entry.value }];
  });
}

/** Fields while they are put together: maps, so that no name of a field can do harm. */
type Tree = Map<string | number, Tree | unknown>;

function place(root: Tree, { path, value: text }: Entry, shape: z.ZodType): void {
  if (text.trim() === '') return;
  let tree = root;
  let here: z.ZodType | undefined = shape;
  for (const part of path.slice(0, -1)) {
    here = shapeBelow(here, part);
    const known = tree.get(part);
    const next: Tree = known instanceof Map ? known : new Map();
    tree.set(part, next);
    tree = next;
  }
  const last = path.at(-1) ?? '';
  const value = meant(text, shapeBelow(here, last));
  const before = tree.get(last);
  // Boxes of one list share a name; of any other field the last one counts.
  const more = Array.isArray(before) && Array.isArray(value);
  tree.set(last, more ? [...before, ...value] : value);
}

function shapeBelow(shape: z.ZodType | undefined, part: string | number): z.ZodType | undefined {
  const inner = shape === undefined ? undefined : bare(shape);
  if (inner instanceof z.ZodArray) return inner.element as z.ZodType;
  if (!(inner instanceof z.ZodObject) || !Object.hasOwn(inner.shape, part)) return undefined;
  return inner.shape[part];
}

/** A field's text as the value that JSON would have had. */
function meant(value: string, shape: z.ZodType | undefined): unknown {
  if (shape === undefined) return value;
  // A list in one field: one name a box, or names with commas between them.
  if (bare(shape) instanceof z.ZodArray) return value.split(',').map((item) => item.trim());
  if (isNullable(shape) && value.trim() === 'none') return null;
  return read[kindOf(shape) ?? 'text'](value);
}

const flags = new Map([
  ['on', true],
  ['true', true],
  ['off', false],
  ['false', false],
]);

const read: Record<FieldKind, (value: string) => unknown> = {
  text: (value) => value,
  name: (value) => value.trim(),
  amount: amountText,
  due: (value) => dayOf(value, (day) => endOfUtcDay(day)),
  start: (value) => dayOf(value, (day) => day),
  star: (value) => (/^\d$/.test(value.trim()) ? Number(value) : value),
  flag: (value) => flags.get(value.trim()) ?? value,
};

/** A day alone, as date inputs send it, is a whole day in UTC; anything else stays as it is. */
function dayOf(value: string, moment: (day: Temporal.Instant) => Temporal.Instant): string {
  const text = value.trim();
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return text;
  try {
    return moment(Temporal.Instant.from(`${text}T00:00Z`)).toString();
  } catch (error) {
    if (error instanceof RangeError) return text;
    throw error;
  }
}

function plainOf(tree: Tree): unknown {
  const isList = tree.size > 0 && [...tree.keys()].every((key) => typeof key === 'number');
  const value = (item: unknown) => (item instanceof Map ? plainOf(item) : item);
  if (!isList) return Object.fromEntries([...tree].map(([key, item]) => [key, value(item)]));
  const rows = [...tree].sort(([a], [b]) => Number(a) - Number(b));
  return rows.map(([, item]) => value(item));
}
