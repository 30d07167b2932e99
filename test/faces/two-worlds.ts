// Two worlds from one beginning, in which one thing is different: whatever somebody may not know
// must not be told by any page, answer, header or length. Ids and moments are the same in both,
// because both begin with the same files.
import assert from 'node:assert/strict';
import { commandTable } from '../../src/api/commands.ts';
import { contractCommandNames } from '../../src/wire/commands.ts';
import {
  type Answered,
  type Beginning,
  type FacesHouse,
  type Handle,
  handles,
  type Sent,
  withFaces,
} from './house.ts';

export type Look = { readonly path: string; readonly sent?: Sent };

/** Pages and answers of everybody's own. A new surface is one more line. */
const ofMine = [
  ...['/', '/?ahead=all', '/contracts', '/contracts?show=ended', '/contracts?show=offers'],
  ...['/contracts?show=all', '/money', '/money/USD', '/money/USD/statement.csv'],
  ...['/money/USD/withdraw', '/account', '/cases', '/rules', '/help', '/sign-in', '/offers/new'],
  ...['/clock', '/deadlines', '/mailbox', '/reported'],
  ...['/api/me', '/api/needs', '/api/deadlines', '/api/contracts', '/api/contracts?which=over'],
  ...['/api/wallets', '/api/wallets/USD', '/api/wallets/USD/statement'],
  ...['/api/wallets/USD/statement.csv', '/api/openapi.json', '/api/policies'],
];

/** The same around one contract, after its address. */
const ofContract = {
  pages: ['', '/terms', '/history', '/messages', '/options', '/revise', '/counter'],
  answers: ['', '/events', '/events?after=3&limit=2', '/options', '/score'],
} as const;

/** Everything that can be looked at, around one contract; bundles have a test of their own. */
export function looksAt(contract: string): readonly Look[] {
  const reads = [
    ...ofMine,
    ...ofContract.pages.map((end) => `/contracts/${contract}${end}`),
    ...ofContract.answers.map((end) => `/api/contracts/${contract}${end}`),
    `/offers/new?like=${contract}`,
  ].map((path): Look => ({ path }));
  const doing = contractCommandNames.map(
    (name): Look => ({
      path: `/contracts/${contract}/do/${name}?milestone=sketches`,
    }),
  );
  const previews = commandTable
    .filter(({ on }) => on === 'contract')
    .map(
      ({ path, name }): Look => ({
        path: `${path.replace(':id', contract)}/preview`,
        sent: { json: fields[name] ?? {} },
      }),
    );
  return [...reads, ...doing, ...previews];
}

const stars = { skills: 4, quality: 4, availability: 4, deadlines: 4, communication: 4 };
const fields: Readonly<Record<string, object>> = {
  give_feedback: { stars: { ...stars, cooperation: 4 } },
  change_feedback: { stars: { ...stars, cooperation: 4 } },
  respond_to_feedback: { comment: 'Thank you.' },
  report_feedback: { reason: 'Not true.' },
  send_message: { text: 'Are you there?' },
  end_contract: { reason: 'completed', feedback: { stars: { ...stars, cooperation: 4 } } },
  release_payment: { milestone: 'sketches' },
  ask_clarification: { question: 'Which blue?' },
  submit_work: { milestone: 'sketches' },
};

/** What everybody in `who` is told in a world, by who and where. Null is a guest. */
export async function told(
  from: Beginning,
  happens: (house: FacesHouse) => Promise<void>,
  looks: readonly Look[],
  who: readonly (Handle | null)[],
): Promise<ReadonlyMap<string, string>> {
  const all = new Map<string, string>();
  await withFaces(
    async (house) => {
      await happens(house);
      for (const one of who) {
        for (const { path, sent } of looks) {
          const answered = await house.send(one === null ? null : house.members[one], path, sent);
          assert.ok(answered.status < 500, `${one} ${path}`);
          all.set(`${one ?? 'a guest'} at ${path}`, written(answered));
        }
      }
    },
    { from },
  );
  return all;
}

/** Status, headers and body; what is random in every answer has its length alone. */
function written({ status, headers, text }: Answered): string {
  const head = [...headers].map(([name, value]) => `${name}: ${value}`).sort();
  return [status, ...head, '', masked(text)].join('\n');
}

const random = [
  /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g,
  // Ids that are made anew by every attempt, and the signature of a promise about them.
  /ctr_[0-9a-z]{26}/g,
];

function masked(text: string): string {
  return random.reduce(
    (rest, one) => rest.replaceAll(one, (found) => '*'.repeat(found.length)),
    text,
  );
}

export function sameFor(
  one: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
): void {
  assert.deepEqual([...one.keys()], [...other.keys()]);
  for (const [where, text] of one)
    assert.ok(other.get(where) === text, tellsApart(where, text, other.get(where) ?? ''));
}

/** Where the two part, and not the whole of two pages. */
function tellsApart(where: string, one: string, other: string): string {
  const at = [...one].findIndex((letter, index) => other[index] !== letter);
  const [from, to] = [Math.max(0, at - 150), at + 150];
  return `${where} tells the worlds apart:\n${one.slice(from, to)}\n${other.slice(from, to)}`;
}

export const allBut = (...those: readonly Handle[]): readonly (Handle | null)[] => [
  null,
  ...handles.filter((one) => !those.includes(one)),
];
