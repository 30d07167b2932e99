// A road as a card: its name, what taking it does in a sentence, the money before and after as two
// bars, until when it is open, whether it can be undone; and everything that follows behind a
// summary. All of it was worked out by the domain; this file only lays it out.
import type { RoadView, ScoreView } from '../../../domain/advice/advice-view.ts';
import type { MoneyView } from '../../../domain/contracts/seen/view.ts';
import { type RoadSaid, roadSaid, undoLabel } from '../../../words/advice/road-said.ts';
import { isZeroAmount } from '../../../words/money.ts';
import { amountOf, less, listed, type Scene } from '../../../words/scene.ts';
import { deadlineText } from '../../../words/time.ts';
import { Plan, type Segment } from '../../parts/plan.tsx';
import { Icon } from '../../parts/sprite.tsx';
import type { Room } from '../room.ts';
import { roadHref } from './seen.ts';

export type RoadsProps = { readonly roads: readonly RoadView[]; readonly room: Room };

export function RoadCards({ roads, room, label }: RoadsProps & { readonly label: string }) {
  return (
    <ol class="roads" aria-label={label}>
      {roads.map((road) => (
        <RoadCard key={road.road} road={road} room={room} />
      ))}
    </ol>
  );
}

/** What cannot be taken back and ends something is red, as everywhere. */
const stops = new Set(['end_contract', 'end_and_pay']);

function RoadCard({ road, room }: { road: RoadView; room: Room }) {
  const said = roadSaid(road, room.scene);
  return (
    <li id={`road-${road.road}`}>
      <h3>
        <a href={roadHref(road, room)} class={stops.has(road.road) ? 'stop' : undefined}>
          {said.title}…
        </a>
      </h3>
      <p>{said.says}</p>
      <Bars road={road} room={room} />
      <Labels road={road} room={room} />
      <details>
        <summary>
          Everything that follows <span class="hidden">from “{said.title}”</span>
        </summary>
        <Follows said={said} />
      </details>
    </li>
  );
}

function Labels({ road, room }: { road: RoadView; room: Room }) {
  const { closes, undoing, score } = road;
  const { scene } = room;
  const final = undoing.how === 'final' || undoLabel(road, scene) === 'Final';
  return (
    <ul class="labels">
      {closes === undefined ? (
        <li>
          <Icon name="clock" /> Stays open
        </li>
      ) : (
        <OpenUntil at={Temporal.Instant.from(closes.at)} room={room} />
      )}
      <li class={final ? 'stop' : undefined}>
        <Icon name={final ? 'alert' : 'left'} /> {undoLabel(road, scene)}
      </li>
      {scoreLabel(score) !== '' && (
        <li>
          <Icon name="person" /> {scoreLabel(score)}
        </li>
      )}
    </ul>
  );
}

/** Soon in amber, and within two weeks also how long that is. */
function OpenUntil({ at, room }: { at: Temporal.Instant; room: Room }) {
  const { zone, now } = room.reader;
  const { soon, left } = deadlineText(at, zone, now);
  const near = at.epochMilliseconds - now.epochMilliseconds <= twoWeeks;
  return (
    <li class={soon ? 'wait' : undefined}>
      <Icon name="clock" /> Open until <time datetime={`${at}`}>{room.scene.when(`${at}`)}</time>
      {near && `, ${left}`}
    </li>
  );
}

const twoWeeks = 14 * 24 * 60 * 60 * 1000;

/** "Score 50 to 100" where it may change; nothing where it does not. */
function scoreLabel(score: ScoreView): string {
  if (score.is === 'same') return '';
  if (score.is === 'moved') return `Score ${score.after ?? 'none'}`;
  const points = [score.no_feedback, score.best, score.worst].filter((one) => one !== null);
  if (points.length === 0) return 'No score yet';
  const [low, high] = [Math.min(...points), Math.max(...points)];
  return low === high ? `Score ${low}` : `Score ${low} to ${high}`;
}

function Follows({ said }: { said: RoadSaid }) {
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['Money', said.money],
    ['Protection', [said.protection]],
    ['Deadlines', said.deadlines.length === 0 ? ['None begins and none ends.'] : said.deadlines],
    ['Score', [said.score]],
    ['Open', [said.open]],
    ['Undo', [said.undo]],
  ];
  return (
    <dl class="follows">
      {rows.map(([term, sentences]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            {sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

type Sums = { readonly segments: readonly Segment[]; readonly text: string };

function sumsOf(money: MoneyView, scene: Scene): Sums {
  const paid = less(scene, money.paid, [money.refunded]);
  const all = [
    { stands: 'released', amount: paid, word: 'paid' },
    { stands: 'submitted', amount: money.held, word: 'in dispute' },
    { stands: 'funded', amount: money.escrow, word: 'held' },
    { stands: 'planned', amount: money.returned, word: 'given back' },
  ] as const;
  const there = all.filter(({ amount }) => !isZeroAmount(amount));
  const words = there.map(({ amount, word }) => `${amountOf(scene, amount)} ${word}`);
  return { segments: there, text: words.length === 0 ? 'nothing held or paid' : listed(words) };
}

/** Before and after, where the road moves money: at once, or once the other side has answered. */
function Bars({ road, room }: { road: RoadView; room: Room }) {
  const { scene, view } = room;
  const before = sumsOf(view.money, scene);
  const ways = [
    { when: 'Then', effect: road.now },
    { when: 'If agreed', effect: road.agreed },
    { when: 'In silence', effect: road.silent },
  ];
  // By the time of an answer other deadlines have moved money too: those are not this road's.
  const own = ways.find(({ effect }) => (effect?.postings.length ?? 0) > 0);
  if (own?.effect === undefined) return null;
  const after = sumsOf(own.effect.money, scene);
  if (after.text === before.text) return null;
  return (
    <dl class="bars">
      <Bar when="Now" sums={before} />
      <Bar when={own.when} sums={after} />
    </dl>
  );
}

function Bar({ when, sums }: { when: string; sums: Sums }) {
  return (
    <div>
      <dt>{when}</dt>
      <dd>
        {sums.segments.length > 0 && <Plan label={sums.text} segments={sums.segments} />}
        <span aria-hidden={sums.segments.length > 0 ? 'true' : undefined}>{sums.text}</span>
      </dd>
    </div>
  );
}
