// What each side would settle for, side by side, and what the mediator recommends: the same amount
// divided in up to three ways, each column with its sum.
import { fromDecimal, subtract, toDecimal } from '../../../domain/money/money.ts';
import { formatFigure } from '../../../words/money.ts';
import { capital, type Scene, whom, whose } from '../../../words/scene.ts';
import { Table } from '../../parts/table.tsx';
import type { Dispute } from './open-things.ts';

type Way = { readonly title: string; readonly worker: string; readonly client: string };

export function Offers({ dispute, scene }: { dispute: Dispute; scene: Scene }) {
  const ways = waysOf(dispute, scene);
  const { recommendation } = dispute;
  if (ways.length === 0) return null;
  return (
    <div>
      <h3>{recommendation === undefined ? 'Offers' : 'Offers and recommendation'}</h3>
      <div class="above-2">
        <Table
          columns={[
            { label: `Divided, ${scene.currency}` },
            ...ways.map(({ title }) => ({ label: title, num: true })),
          ]}
          rows={[
            row(`To ${whom(scene, 'freelancer')}`, ways, ({ worker }) => worker),
            row(`Back to ${whom(scene, 'client')}`, ways, ({ client }) => client),
          ]}
          foot={['In dispute', ...ways.map(() => formatFigure(dispute.amount))]}
        />
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

function row(label: string, ways: readonly Way[], of: (way: Way) => string) {
  const cells = ways.map((way) => (
    <>
      <span class="when-folded">{way.title} </span>
      {formatFigure(of(way))}
    </>
  ));
  return { key: label, cells: [label, ...cells] };
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
  return [...offered, { title: 'Recommended', worker, client }];
}

function restOf(whole: string, part: string, currency: string): string {
  const [all, one] = [fromDecimal(whole, currency), fromDecimal(part, currency)];
  return all === null || one === null || one.minor > all.minor
    ? '0'
    : toDecimal(subtract(all, one));
}
