// Mail tells nothing that its reader may not know: two worlds that differ in what a sealed review
// says write the same mails, letter by letter, until it is revealed, and nothing of it after.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlainFeedback } from '../../src/engine/requests.ts';
import { activeContract, type Beginning, beginningWith, withFaces } from './house.ts';

const stars = (all: number) => ({
  skills: all,
  quality: all,
  availability: all,
  deadlines: all,
  communication: all,
  cooperation: all,
});

const glad: PlainFeedback = { stars: stars(5), comment: 'GLADLY', private_note: 'PRICES' };
const sour: PlainFeedback = { stars: stars(1), comment: 'NEVER AGAIN' };

type Told = { readonly sealed: string; readonly revealed: string };

async function worldWith(
  from: Beginning,
  contract: string,
  feedback: PlainFeedback,
): Promise<Told> {
  let told: Told | undefined;
  await withFaces(
    async ({ db, clock, engine, post, does }) => {
      const mails = async (): Promise<string> => {
        await engine.passTime();
        await post.round();
        const rows = await db.query(
          'select person, key, at, subject, body, html from mails order by n',
        );
        return JSON.stringify(rows);
      };
      const end = { type: 'end_contract', reason: 'completed', release: '500.00' } as const;
      await does('ben', contract, { ...end, feedback });
      clock.set(clock.now().add({ hours: 13 * 24 }));
      const sealed = await mails();
      clock.set(clock.now().add({ hours: 3 * 24 }));
      told = { sealed, revealed: await mails() };
    },
    { from },
  );
  assert.ok(told);
  return told;
}

test('what a sealed review says changes no mail, and what a revealed one says is in none', async () => {
  let contract = '';
  const from = await beginningWith(async (house) => {
    contract = await activeContract(house);
  });
  const one = await worldWith(from, contract, glad);
  const other = await worldWith(from, contract, sour);
  assert.equal(one.sealed, other.sealed);
  assert.equal(one.revealed, other.revealed);
  assert.match(one.sealed, /gave feedback\. It is sealed\./);
  assert.match(one.revealed, /feedback can be read now/);
  assert.doesNotMatch(one.revealed, /GLADLY|PRICES|★|5 stars/);
});
