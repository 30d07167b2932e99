// Reads a story: people, then steps in time. It knows every key that a story may have and refuses
// all others with the line they stand on, so that a misspelt expectation never passes for one that
// holds. What the keys mean is carried out elsewhere.
import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';
import { after, type Instant } from '../../domain/calendar.ts';
import { digitsOf } from '../../domain/money/currencies.ts';
import { amountKeys, instantIn, spanIn, stepProblems } from './story-keys.ts';

export type Card = 'ok' | 'declines' | 'unverified';

export type StoryPerson = {
  readonly alias: string;
  readonly name: string;
  readonly roles: readonly StoryRole[];
  readonly currency: string;
  /** A prepaid balance to begin with. */
  readonly funds: string | null;
  readonly card: Card | null;
};

export const storyRoles = ['client', 'freelancer', 'mediator', 'moderator', 'operator'] as const;
export type StoryRole = (typeof storyRoles)[number];

export type Fields = Readonly<Record<string, unknown>>;

export type StoryStep = {
  /** Counted from 1. */
  readonly number: number;
  readonly line: number;
  /** What the clock is to show, given what it shows now. */
  readonly time: ((now: Instant) => Instant) | null;
  readonly by: string | null;
  readonly does: string | null;
  readonly would: string | null;
  readonly contract: string | null;
  readonly with: Fields;
  readonly refused: string | null;
  readonly effects: unknown;
  readonly sees: unknown;
  readonly balances: Fields | null;
  readonly score: Fields | null;
  readonly can: readonly string[];
  readonly cannot: Readonly<Record<string, string>>;
  readonly ledger: boolean;
  readonly providers: 'fails' | 'recovers' | 'away' | null;
};

export type Story = {
  readonly name: string;
  readonly about: string | null;
  readonly policy: string;
  readonly starts: Instant;
  readonly people: readonly StoryPerson[];
  readonly steps: readonly StoryStep[];
};

/** What is wrong with a story, one sentence each, with the line where there is one. */
export class StoryRefused extends Error {
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'StoryRefused';
  }
}

const storyKeys = ['story', 'about', 'policy', 'starts', 'people', 'steps'];
const personKeys = [...storyRoles, 'name', 'funds', 'currency', 'card'];

/** The story in a YAML text. Throws StoryRefused with every mistake at once. */
export function parseStory(text: string): Story {
  const reader = new Reader(text);
  const { doc } = reader;
  if (!isMap(doc.contents)) throw new StoryRefused(['A story is a map with `story` and `steps`.']);
  reader.keys(doc.contents, storyKeys, 'a story');
  reader.eachOf('people', personKeys, 'a person');
  const steps = doc.get('steps');
  if (isSeq(steps)) for (const step of steps.items) reader.step(step as Node);
  else reader.say(doc.contents, '`steps` is missing; it is a list.');
  if (reader.problems.length > 0) throw new StoryRefused(reader.problems);
  const plain = doc.toJS({ maxAliasCount: 1000 }) as Fields;
  const lines = isSeq(steps) ? steps.items.map((item) => reader.lineOf(item as Node)) : [];
  return reader.finished(storyOf(plain, lines, reader));
}

class Reader {
  readonly doc;
  readonly problems: string[] = [];
  readonly #lines = new LineCounter();

  constructor(text: string) {
    const options = { version: '1.2', schema: 'core', lineCounter: this.#lines } as const;
    this.doc = parseDocument(text, options);
    if (this.doc.errors.length > 0) {
      throw new StoryRefused(this.doc.errors.map((error) => error.message));
    }
    visit(this.doc, { Pair: (_, pair) => keepAmount(pair) });
  }

  lineOf(node: Node | null | undefined): number {
    return node?.range ? this.#lines.linePos(node.range[0]).line : 1;
  }

  say(node: Node | null | undefined, sentence: string): void {
    this.problems.push(`line ${this.lineOf(node)}: ${sentence}`);
  }

  keys(map: YAMLMap, known: readonly string[], what: string): void {
    for (const { key } of map.items) {
      const name = isScalar(key) ? String(key.value) : '?';
      if (!known.includes(name)) {
        this.say(key as Node, `\`${name}\` is not a key of ${what}. Known: ${known.join(', ')}.`);
      }
    }
  }

  /** Every map in a map of maps: the people. Nothing stands for an empty one. */
  eachOf(name: string, known: readonly string[], what: string): void {
    const all = this.doc.get(name);
    if (!isMap(all)) {
      this.say(all as Node | undefined, `\`${name}\` is missing; it is a map.`);
      return;
    }
    for (const { key, value } of all.items) {
      if (!isScalar(key) || !/^[a-z][a-z0-9_-]{0,39}$/i.test(String(key.value))) {
        this.say(key as Node, 'An alias has letters, digits, - and _.');
      }
      if (isMap(value)) this.keys(value, known, what);
      else if (!isScalar(value) || value.value !== null) this.say(key as Node, 'This is a map.');
    }
  }

  step(node: Node): void {
    if (!isMap(node)) {
      this.say(node, 'A step is a map.');
      return;
    }
    const pairs = node.items as readonly Pair<Node, Node | null>[];
    for (const { at, sentence } of stepProblems(pairs)) this.say(at ?? node, sentence);
  }

  finished(story: Story): Story {
    if (this.problems.length > 0) throw new StoryRefused(this.problems);
    return story;
  }
}

/** An amount that was written without quotes is taken as it was written. */
function keepAmount(pair: Pair): undefined {
  const { key, value } = pair;
  if (!isScalar(key) || !amountKeys.includes(String(key.value))) return;
  if (isScalar(value) && typeof value.value === 'number' && value.source !== undefined) {
    value.value = value.source;
  }
}

function storyOf(plain: Fields, lines: readonly number[], reader: Reader): Story {
  const text = (name: string, otherwise: string) => String(plain[name] ?? otherwise);
  const people = Object.entries((plain.people ?? {}) as Record<string, Fields | null>);
  const steps = (plain.steps ?? []) as readonly Fields[];
  return {
    name: text('story', 'A story'),
    about: plain.about === undefined ? null : String(plain.about),
    policy: text('policy', 'standard'),
    starts: startOf(text('starts', '2026-01-05T09:00Z'), reader),
    people: people.map(([alias, fields]) => personOf(alias, fields ?? {}, reader)),
    steps: steps.map((step, index) => stepOf(step, index + 1, lines[index] ?? 1)),
  };
}

function startOf(text: string, reader: Reader): Instant {
  const starts = instantIn(text);
  if (starts === null)
    reader.say(reader.doc.get('starts', true) as Node, '`starts` is an instant.');
  return starts ?? Temporal.Instant.from('2026-01-05T09:00Z');
}

function personOf(alias: string, fields: Fields, reader: Reader): StoryPerson {
  const funds = fields.funds === undefined ? null : String(fields.funds);
  const currency = String(fields.currency ?? 'USD');
  const card = fields.card === undefined ? null : String(fields.card);
  const wrong = (key: string, sentence: string) =>
    reader.say(reader.doc.getIn(['people', alias, key], true) as Node, sentence);
  if (digitsOf(currency) === undefined) wrong('currency', `${currency} is no currency here.`);
  if (funds !== null && !/^\d{1,12}(\.\d{1,3})?$/.test(funds)) wrong('funds', 'This is no amount.');
  if (card !== null && !['ok', 'declines', 'unverified'].includes(card)) {
    wrong('card', '`card` is ok, declines or unverified.');
  }
  return {
    alias,
    name: String(fields.name ?? alias.charAt(0).toUpperCase() + alias.slice(1)),
    roles: storyRoles.filter((role) => fields[role] === true),
    currency,
    funds,
    card: card === null ? (funds === null ? null : 'ok') : (card as Card),
  };
}

function stepOf(step: Fields, number: number, line: number): StoryStep {
  const text = (name: string) => (step[name] === undefined ? null : String(step[name]));
  return {
    number,
    line,
    time: timeOf(step),
    by: text('by'),
    does: text('does'),
    would: text('would'),
    contract: text('contract'),
    with: (step.with ?? {}) as Fields,
    refused: text('refused'),
    effects: step.effects,
    sees: step.sees,
    balances: (step.balances ?? null) as Fields | null,
    score: (step.score ?? null) as Fields | null,
    can: (step.can ?? []) as readonly string[],
    cannot: (step.cannot ?? {}) as Readonly<Record<string, string>>,
    ledger: step.ledger === true,
    providers: text('providers') as StoryStep['providers'],
  };
}

function timeOf(step: Fields): StoryStep['time'] {
  const moment = instantIn(String(step.at ?? step.until ?? ''));
  if (moment !== null) return () => moment;
  const span = spanIn(String(step.after ?? ''));
  return span === null ? null : (now) => after(now, span);
}
