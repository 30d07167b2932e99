// A dispute from end to end through the API: two sides, a mediator who takes the case, another one
// who may not, and what each of them gets to see.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ApiHouse, fundedContract, type Member, withApi } from './house.ts';

type View = { readonly [key: string]: unknown };

/** Mediators are appointed by whoever runs the house. */
async function appointed({ db }: ApiHouse, member: Member): Promise<void> {
  await db.query(`update people set roles = '["mediator"]' where id = $1`, [member.id]);
}

async function codeOf(answer: Promise<{ status: number; body: unknown }>): Promise<string> {
  const { status, body } = await answer;
  return `${status} ${(body as { code?: string }).code ?? ''}`.trim();
}

test('a dispute goes through the API from its opening to a settlement', () =>
  withApi(async (house) => {
    const { ben, ann, eve: mia, olga: max, post, get } = house;
    await appointed(house, mia);
    await appointed(house, max);
    const contract = await fundedContract(house);
    const stars = { skills: 2, quality: 2, availability: 2 };
    const feedback = { stars: { ...stars, deadlines: 2, communication: 2, cooperation: 2 } };
    const at = `/api/contracts/${contract}`;
    const seen = async (who: Member) => (await get(who, at)).body as View;
    const ok = async (who: Member, command: string, body: object) =>
      assert.equal(await codeOf(post(who, `${at}/${command}`, body)), '200', command);

    await ok(ben, 'end_contract', { reason: 'quality', release: '200', feedback });
    await ok(ann, 'dispute_escrow_refund', { statement: 'All of it is there.' });
    assert.equal(await codeOf(post(mia, `${at}/take_case`)), '404 not_found');
    await ok(ben, 'answer_dispute', { answer: 'contest', statement: 'It is not.' });
    await ok(ann, 'submit_evidence', { note: 'The files.' });
    await ok(mia, 'take_case', {});
    const dispute = (await seen(mia)).dispute as View;
    assert.equal(dispute.statement, 'All of it is there.');
    assert.deepEqual((dispute.evidence as View[])[0]?.note, 'The files.');
    assert.equal((await get(max, at)).status, 404);
    assert.equal(await codeOf(post(max, `${at}/take_case`)), '409 case_is_taken');
    const split = { to_freelancer: '100', note: 'Half of it is there.' };
    const preview = await post(mia, `${at}/recommend_split/preview`, split);
    assert.equal(preview.status, 200);
    await ok(mia, 'recommend_split', split);
    await ok(ben, 'decline_recommendation', {});
    await ok(ben, 'pay_arbitration', {});
    assert.equal(await codeOf(post(ben, `${at}/pay_arbitration`)), '409 arbitration_already_paid');
    assert.equal(await codeOf(post(ann, `${at}/pay_arbitration`)), '409 payment_method_missing');
    await ok(ann, 'offer_settlement', { to_freelancer: '150.01' });
    await ok(ben, 'accept_settlement', {});
    const after = (await seen(ann)).disputes as Record<string, View>;
    assert.deepEqual(
      (({ how, to_freelancer, to_client }) => ({ how, to_freelancer, to_client }))(
        after.dsp_1?.outcome as View,
      ),
      { how: 'settlement', to_freelancer: '150.01', to_client: '149.99' },
    );
    assert.deepEqual(house.mistakes, []);
  }));
