// Commands as they cross the network, parsed once. What comes out has only known fields, each of
// its kind; what is wrong comes out whole, every problem with its place and a sentence. Commands
// of the clock and of the payment provider have no public shape: nobody can send them.
import type { z } from 'zod';
import type { CommandName } from '../domain/contracts/commands.ts';
import type { WalletCommandName } from '../domain/wallets/commands.ts';
import { besideShapes } from './shapes/beside.ts';
import { disputeShapes } from './shapes/disputes.ts';
import { endingShapes } from './shapes/ending.ts';
import { formingShapes } from './shapes/forming.ts';
import { milestoneShapes } from './shapes/milestones.ts';
import { walletShapes } from './shapes/wallets.ts';

export type ContractCommandShape = Exclude<CommandName, 'confirm_charge' | 'fail_charge'>;
export type WalletCommandShape = Exclude<
  WalletCommandName,
  'confirm_charge' | 'fail_charge' | 'confirm_payout' | 'fail_payout'
>;

export const contractShapes = {
  ...formingShapes,
  ...milestoneShapes,
  ...besideShapes,
  ...endingShapes,
  ...disputeShapes,
} satisfies Record<ContractCommandShape, z.ZodObject>;

export { walletShapes } from './shapes/wallets.ts';

const ofWallets: Record<WalletCommandShape, z.ZodObject> = walletShapes;

/** A command without its actor: fields checked, amounts still text, free text still text. */
export type PlainCommand<N extends string = string> = {
  readonly type: N;
  readonly [field: string]: unknown;
};

export type FieldProblem = {
  readonly code: 'field_unknown' | 'field_missing' | 'field_invalid';
  /** As forms and rejections name it: "milestones[0].amount". Empty for the whole. */
  readonly field: string;
  /** The same as a JSON pointer: "/milestones/0/amount". */
  readonly pointer: string;
  /** A sentence that says what to do. */
  readonly message: string;
};

export type Parsed<N extends string = string> =
  | { readonly command: PlainCommand<N> }
  | { readonly problems: readonly FieldProblem[] };

export function isContractCommand(name: string): name is ContractCommandShape {
  return Object.hasOwn(contractShapes, name);
}

export function isWalletCommand(name: string): name is WalletCommandShape {
  return Object.hasOwn(walletShapes, name);
}

export const contractCommandNames = Object.keys(contractShapes) as readonly ContractCommandShape[];
export const walletCommandNames = Object.keys(walletShapes) as readonly WalletCommandShape[];

export function shapeOf(name: ContractCommandShape | WalletCommandShape): z.ZodObject {
  return isWalletCommand(name) ? ofWallets[name] : contractShapes[name];
}

/** A command from its fields. `value` is JSON that has been read, of any kind. */
export function parseCommand<N extends ContractCommandShape | WalletCommandShape>(
  name: N,
  value: unknown,
): Parsed<N> {
  const parsed = shapeOf(name).safeParse(value, { reportInput: true });
  if (!parsed.success) return { problems: problemsOf(parsed.error.issues) };
  return { command: { ...(withoutNothing(parsed.data) as object), type: name } };
}

/** Fields that turned out to be nothing are left out, as if they had not been given. */
function withoutNothing(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNothing);
  if (typeof value !== 'object' || value === null || value instanceof Temporal.Instant) {
    return value;
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, withoutNothing(item)]));
}

type Issue = {
  readonly code?: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly input?: unknown;
  readonly keys?: readonly string[];
};

/** What a shape found wrong, in the order of the fields: the first thing about each of them. */
export function problemsOf(issues: readonly Issue[]): readonly FieldProblem[] {
  const first = new Map<string, FieldProblem>();
  for (const problem of issues.flatMap(problemOf)) {
    if (!first.has(problem.pointer)) first.set(problem.pointer, problem);
  }
  return [...first.values()];
}

function problemOf(issue: Issue): readonly FieldProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map((key) => unknown(issue, key));
  }
  const missing = issue.input === undefined && issue.path.length > 0;
  const code = missing ? 'field_missing' : 'field_invalid';
  return [{ code, ...placeOf(issue.path), message: issue.message }];
}

function unknown(issue: Issue, key: string): FieldProblem {
  const place = placeOf([...issue.path, key]);
  const shown = key.length > 60 ? `${key.slice(0, 60)}…` : key;
  return { code: 'field_unknown', ...place, message: `There is no field “${shown}” here.` };
}

function placeOf(path: readonly PropertyKey[]): { field: string; pointer: string } {
  const field = path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
  const escaped = path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1'));
  return { field, pointer: escaped.map((part) => `/${part}`).join('') };
}
