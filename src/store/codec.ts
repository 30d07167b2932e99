// States and events as JSON and back, exactly. What JSON has no word for is a tagged object:
// money {"$":"USD 450.00"}, an instant {"@":"2026-03-02T09:00:00Z"}, a duration {"~":"P14D"}. A
// policy inside terms is only named, {"#":"<hash>"}: its content is stored once. Canonical text
// has its keys sorted, so that the same value always has the same bytes and the same hash.
import { assert } from '../domain/assert.ts';
import { digitsOf } from '../domain/money/currencies.ts';
import { type Money, toDecimal } from '../domain/money/money.ts';
import type { Policy } from '../domain/policy/policy.ts';

/** Raised when a policy is named that nobody has; its rows must be loaded first. */
export class UnknownPolicy extends Error {
  readonly hash: string;

  constructor(hash: string) {
    super(`The policy ${hash} is not known.`);
    this.name = 'UnknownPolicy';
    this.hash = hash;
  }
}

export type Policies = { get(hash: string): Policy };

type Plain = Readonly<Record<string, unknown>>;

/** The canonical text: keys sorted, no spaces, nothing that is undefined. */
export function canonical(value: unknown): string {
  return written(value, true);
}

/** Any text that reads back as the same value; faster than the canonical one. */
export function encode(value: unknown): string {
  return written(value, false);
}

function written(value: unknown, sorted: boolean): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      assert(Number.isFinite(value), 'a number that is written is finite');
      return String(value);
    case 'object':
      return value === null ? 'null' : writtenObject(value, sorted);
    default:
      throw new TypeError(`A ${typeof value} has no place in a state or an event.`);
  }
}

function writtenObject(value: object, sorted: boolean): string {
  if (Array.isArray(value)) {
    let items = '';
    for (const item of value) items += (items === '' ? '' : ',') + written(item, sorted);
    return `[${items}]`;
  }
  if ('minor' in value) return `{"$":"${moneyText(value as Money)}"}`;
  if (value instanceof Temporal.Instant) return `{"@":"${value.toString()}"}`;
  if (value instanceof Temporal.Duration) return `{"~":"${value.toString()}"}`;
  return writtenFields(value as Plain, sorted);
}

function writtenFields(value: Plain, sorted: boolean): string {
  const keys = sorted ? Object.keys(value).sort() : Object.keys(value);
  let fields = '';
  for (const key of keys) {
    const inner = value[key];
    if (inner === undefined) continue;
    const text =
      key === 'policy' && isPolicy(inner) ? `{"#":"${inner.hash}"}` : written(inner, sorted);
    fields += `${fields === '' ? '' : ','}${JSON.stringify(key)}:${text}`;
  }
  return `{${fields}}`;
}

function isPolicy(value: unknown): value is Policy {
  return typeof value === 'object' && value !== null && 'hash' in value && 'currencies' in value;
}

function moneyText(money: Money): string {
  return `${money.currency} ${toDecimal(money)}`;
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
