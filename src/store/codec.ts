// States and events as JSON and back, exactly. What JSON has no word for is a tagged object:
// money {"$":"USD 450.00"}, an instant {"@":"2026-03-02T09:00:00Z"}, a duration {"~":"P14D"}. A
// policy inside terms is only named, {"#":"<sha256 of its canonical text>"}: its content is stored
// once, and is part of every chain of hashes that names it. Canonical text has its keys sorted,
// so that the same value always has the same bytes and the same hash.
import { hash } from 'node:crypto';
import { assert } from '../domain/assert.ts';
import { digitsOf } from '../domain/money/currencies.ts';
import { type Money, toDecimal } from '../domain/money/money.ts';
import type { Policy } from '../domain/policy/policy.ts';

/** Raised when a policy is named that nobody has; its rows must be loaded first. */
export class UnknownPolicy extends Error {
  constructor(policy: string) {
    super(`The policy ${policy} is not known.`);
    this.name = 'UnknownPolicy';
  }
}

export type Policies = { get(name: string): Policy };

type Plain = Readonly<Record<string, unknown>>;

/** The canonical text: keys sorted, no spaces, nothing that is undefined. */
export function canonical(value: unknown): string {
  return JSON.stringify(tagged(value, true));
}

/**
 * Any text that reads back as the same value. Plain objects first and then the engine's own
 * JSON.stringify: putting the text together here took half as long again.
 */
export function encode(value: unknown): string {
  return JSON.stringify(tagged(value, false));
}

function tagged(value: unknown, sorted: boolean): unknown {
  if (typeof value === 'object') return value === null ? null : taggedObject(value, sorted);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value !== 'number') {
    throw new TypeError(`A ${typeof value} has no place in a state or an event.`);
  }
  assert(Number.isFinite(value), 'a number that is written is finite');
  return value;
}

/** Written out as loops, with the commonest first: every command writes whole states. */
function taggedObject(value: object, sorted: boolean): unknown {
  if ('minor' in value) return { $: moneyText(value as Money) };
  if (value instanceof Temporal.Instant) return { '@': value.toString() };
  if (value instanceof Temporal.Duration) return { '~': value.toString() };
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const item of value) items.push(tagged(item, sorted));
    return items;
  }
  const keys = Object.keys(value);
  if (sorted) sortFew(keys);
  const fields: Record<string, unknown> = {};
  for (const key of keys) {
    const inner = (value as Plain)[key];
    if (inner === undefined) continue;
    const policy = key === 'policy' && isPolicy(inner);
    fields[key] = policy ? { '#': nameOf(inner) } : tagged(inner, sorted);
  }
  return fields;
}

/** By insertion: objects here have few fields, and Array.sort makes copies. */
function sortFew(keys: string[]): void {
  for (let end = 1; end < keys.length; end += 1) {
    const key = keys[end] as string;
    let at = end;
    for (; at > 0 && (keys[at - 1] as string) > key; at -= 1) keys[at] = keys[at - 1] as string;
    keys[at] = key;
  }
}

function isPolicy(value: unknown): value is Policy {
  return typeof value === 'object' && value !== null && 'hash' in value && 'currencies' in value;
}

const names = new WeakMap<Policy, string>();

/** What terms call a policy: the hash of everything in it. */
export function nameOf(policy: Policy): string {
  let name = names.get(policy);
  if (name === undefined) {
    name = hash('sha256', canonical(policy), 'hex');
    names.set(policy, name);
  }
  return name;
}

const nothing = new Map<string, string>();

/** Most amounts of a state are nothing, so that much is not put together every time. */
function moneyText(money: Money): string {
  if (money.minor !== 0n) return `${money.currency} ${toDecimal(money)}`;
  let text = nothing.get(money.currency);
  if (text === undefined) {
    text = `${money.currency} ${toDecimal(money)}`;
    nothing.set(money.currency, text);
  }
  return text;
}

/** The value that a text stands for. Throws UnknownPolicy when it names one that is not there. */
export function decode<T>(text: string, policies: Policies): T {
  return revived(JSON.parse(text), policies) as T;
}

/** In place: what JSON.parse has made belongs to nobody else. */
function revived(value: unknown, policies: Policies): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      value[index] = revived(value[index], policies);
    }
    return value;
  }
  const fields = value as Record<string, unknown>;
  const tagged = untagged(fields, policies);
  if (tagged !== undefined) return tagged;
  for (const key in fields) {
    const inner = fields[key];
    if (typeof inner === 'object' && inner !== null) fields[key] = revived(inner, policies);
  }
  return fields;
}

function untagged(fields: Plain, policies: Policies): unknown {
  const { $: money, '@': instant, '~': duration, '#': policy } = fields;
  if (typeof money === 'string') return moneyFrom(money);
  if (typeof instant === 'string') return Temporal.Instant.from(instant);
  if (typeof duration === 'string') return Temporal.Duration.from(duration);
  if (typeof policy === 'string') return policies.get(policy);
  return undefined;
}

/** Exactly as many digits as the currency has: anything else was not written by this house. */
function moneyFrom(text: string): Money {
  const currency = text.slice(0, 3);
  const point = text.indexOf('.');
  const digits = point < 0 ? 0 : text.length - point - 1;
  assert(text[3] === ' ' && digits === digitsOf(currency), `${text} is an amount`);
  const whole = point < 0 ? text.slice(4) : text.slice(4, point) + text.slice(point + 1);
  return { minor: BigInt(whole), currency };
}

/** A control character: JSON escapes it, so it is in no JSON text. */
const separator = '\u001e';

/**
 * JSON texts as one parameter, for `listOfTexts`. As a PostgreSQL array each quotation mark would
 * be escaped here and unescaped there: a fifth of what the corridor's process had to do.
 */
export function textsOf(texts: readonly string[]): string {
  return texts.join(separator);
}

/** The SQL of a text[] out of such a parameter; an empty text is null. */
export function listOfTexts(parameter: string): string {
  return `string_to_array(${parameter}::text, chr(30), '')`;
}
