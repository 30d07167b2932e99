// Movements of money in sentences: who gets what out of where, after which fee. The amounts are
// sums of the postings that were worked out, so that every line of them adds up to the ledger.
import type { MovementView } from '../../domain/contracts/seen/view.ts';
import type { Party } from '../../domain/people.ts';
import { isZeroAmount } from '../money.ts';
import { amountOf, type Scene, subject, summed, verb, Who, whom } from '../scene.ts';

type Said = { readonly postings: readonly MovementView[]; readonly scene: Scene };

/** The sum of the movements from accounts that begin with `from` to those that begin with `to`. */
function sumOf({ postings, scene }: Said, from: string, to: string): string {
  const amounts = postings
    .filter((one) => one.from.startsWith(from) && one.to.startsWith(to))
    .map(({ amount }) => amount);
  return summed(scene, amounts);
}

function unless(amount: string, sentence: (amount: string) => string): readonly string[] {
  return isZeroAmount(amount) ? [] : [sentence(amount)];
}

/** One sentence for each kind of movement; none where nothing moves. */
export function moneySaid(postings: readonly MovementView[], scene: Scene): readonly string[] {
  const said = { postings, scene };
  const told = [
    ...releasedSaid(said),
    ...bonusSaid(said),
    ...refundSaid(said),
    ...backSaid(said),
    ...heldSaid(said),
    ...costsSaid(said),
    ...unless(
      sumOf(said, 'freelancer.pending', 'freelancer.available'),
      (net) => `${amountOf(scene, net)} becomes available to ${whom(scene, 'freelancer')}.`,
    ),
  ];
  return told;
}

function releasedSaid(said: Said): readonly string[] {
  const { scene } = said;
  const net = sumOf(said, 'contract.', 'freelancer.');
  const fee = sumOf(said, 'contract.', 'platform.fees');
  return unless(summed(scene, [net, fee]), (gross) => {
    const paid = `${amountOf(scene, gross)} is paid to ${whom(scene, 'freelancer')}`;
    if (isZeroAmount(fee)) return `${paid}.`;
    const gets = verb(scene, 'freelancer', 'gets', 'get');
    const who = scene.viewer === 'freelancer' ? 'you' : 'who';
    const after = `${amountOf(scene, net)} after the ${scene.fees.freelancer} fee`;
    return who === 'you' ? `${paid}; you ${gets} ${after}.` : `${paid}, who ${gets} ${after}.`;
  });
}

function bonusSaid(said: Said): readonly string[] {
  const { scene } = said;
  const net = summed(scene, [
    sumOf(said, 'client.available', 'freelancer.'),
    sumOf(said, 'outside', 'freelancer.'),
  ]);
  if (isZeroAmount(net)) return [];
  const fees = summed(scene, [
    sumOf(said, 'client.available', 'platform.fees'),
    sumOf(said, 'outside', 'platform.fees'),
  ]);
  const all = amountOf(scene, summed(scene, [net, fees]));
  const pays = subject(scene, 'client', 'pays', 'pay');
  const gets = `${whom(scene, 'freelancer')} ${verb(scene, 'freelancer', 'gets', 'get')}`;
  return [`${pays} ${all}; ${gets} ${amountOf(scene, net)} after fees.`];
}

function refundSaid(said: Said): readonly string[] {
  const { scene } = said;
  const given = sumOf(said, 'freelancer.', 'client.');
  if (isZeroAmount(given)) return [];
  const fee = sumOf(said, 'platform.fees', 'client.');
  const all = amountOf(scene, summed(scene, [given, fee]));
  const gets = subject(scene, 'client', 'gets', 'get');
  const gives = `${verb(scene, 'freelancer', 'gives', 'give')} ${amountOf(scene, given)}`;
  const rest = isZeroAmount(fee) ? '' : ` and the platform ${amountOf(scene, fee)} of its fee`;
  return [`${gets} ${all} back: ${whom(scene, 'freelancer')} ${gives}${rest}.`];
}

function backSaid(said: Said): readonly string[] {
  const { scene } = said;
  const back = sumOf(said, 'contract.', 'client.');
  if (isZeroAmount(back)) return [];
  const fee = sumOf(said, 'platform.fees', 'client.');
  const with_ = isZeroAmount(fee) ? '' : `, with ${amountOf(scene, fee)} of the platform fee`;
  return [`${amountOf(scene, back)} goes back to ${whom(scene, 'client')}${with_}.`];
}

function heldSaid(said: Said): readonly string[] {
  const { scene } = said;
  const fromBalance = sumOf(said, 'client.available', 'contract.escrow');
  const charged = sumOf(said, 'outside', 'contract.escrow');
  const held = summed(scene, [fromBalance, charged]);
  const fee = isZeroAmount(held) ? held : feeOnTop(said);
  const onTop = isZeroAmount(fee) ? '' : `, and ${amountOf(scene, fee)} is the platform fee on top`;
  return [
    ...unless(held, (one) => `${amountOf(scene, one)} is held for the contract${onTop}.`),
    ...unless(
      sumOf(said, 'contract.escrow', 'contract.held'),
      (one) =>
        `${amountOf(scene, one)} is in dispute from then on: nobody gets it before that is decided.`,
    ),
    ...unless(
      sumOf(said, 'contract.held', 'contract.escrow'),
      (one) => `${amountOf(scene, one)} is no longer in dispute.`,
    ),
  ];
}

function feeOnTop(said: Said): string {
  const from = (kind: string) => sumOf(said, kind, 'platform.fees');
  return summed(said.scene, [from('client.available'), from('outside')]);
}

/** What a ruling costs, where nothing else moves with it. */
function costsSaid(said: Said): readonly string[] {
  const { scene, postings } = said;
  const sides: readonly Party[] = ['client', 'freelancer'];
  const paysIn = postings.some(
    ({ to }) => to === 'contract.escrow' || to.startsWith('freelancer.p'),
  );
  if (paysIn) return [];
  const paid = sides.flatMap((side) =>
    unless(
      sumOf(said, `${side}.available`, 'platform.fees'),
      (cost) =>
        `${Who(scene, side)} ${verb(scene, side, 'pays', 'pay')} ${amountOf(scene, cost)} for a ruling.`,
    ),
  );
  const charged = unless(
    sumOf(said, 'outside', 'platform.fees'),
    (cost) => `${amountOf(scene, cost)} is charged for a ruling.`,
  );
  return [...paid, ...charged];
}
