// What each side would settle for, side by side, and what the mediator recommends: the same amount
// divided in up to three ways, each with its sum.
import { fromDecimal, subtract, toDecimal } from '../../../domain/money/money.ts';
import { capital, type Scene, whom, whose } from '../../../words/scene.ts';
import { Sums } from '../../parts/amount.tsx';
import type { Dispute } from './open-things.ts';

type Way = { readonly title: string; readonly worker: string; readonly client: string };

export function Offers({ dispute, scene }: { dispute: Dispute; scene: Scene }) {
  const ways = waysOf(dispute, scene);
  const { recommendation } = dispute;
  if (ways.length === 0) return null;
  return (
    <div>
      <h3>
        {recommendation === undefined ? 'Offers' : 'Offers and recommendation'}, {scene.currency}
      </h3>
      <div class="ways above-3">
        {ways.map((way) => (
          <OneWay key={way.title} {...{ way, scene }} amount={dispute.amount} />
        ))}
      </div>
      {recommendation?.note !== undefined && (
        <>
          <p class="note above-3">The mediator says why:</p>
          <blockquote class="quoted">
            <p dir="auto">{recommendation.note}</p>
          </blockquote>
        </>
      )}
    </div>
  );
}

type OneWayProps = { readonly way: Way; readonly scene: Scene; readonly amount: string };

function OneWay({ way, scene, amount }: OneWayProps) {
  return (
    <div>
      <p class="note">{way.title}</p>
      <Sums
        caption={`${way.title}, in ${scene.currency}`}
        rows={[
          { label: `To ${whom(scene, 'freelancer')}`, amount: way.worker },
          { label: `Back to ${whom(scene, 'client')}`, amount: way.client },
          { label: 'In dispute', amount, kind: 'end' },
        ]}
      />
    </div>
  );
}

function waysOf({ offers, recommendation, amount }: Dispute, scene: Scene): readonly Way[] {
  const offered = (['client', 'freelancer'] as const).flatMap((party): Way[] => {
    const worker = offers[party];
    if (worker === undefined) return [];
    const title = `${capital(whose(scene, party))} offer`;
    return [{ title, worker, client: restOf(amount, worker, scene.currency) }];
  });
  if (recommendation === undefined) return offered;
  const { to_freelancer: worker, to_client: client } = recommendation;
  return [...offered, { title: 'Recommended by the mediator', worker, client }];
}

function restOf(whole: string, part: string, currency: string): string {
  const [all, one] = [fromDecimal(whole, currency), fromDecimal(part, currency)];
  return all === null || one === null || one.minor > all.minor
    ? '0'
    : toDecimal(subtract(all, one));
}
