// What can I do? In the contract room: where the contract stands, the three roads that matter
// first with what they do, the others in a line each, and what is not possible, with why and what
// comes closest. A page of its own tells everything that follows from each.
import { firstFew } from '../../words/advice/advice-told.ts';
import { roadSaid } from '../../words/advice/road-said.ts';
import { situationSaid } from '../../words/advice/situation-said.ts';
import { Acts, type PossibleAct } from '../parts/acts.tsx';
import { Section } from '../parts/layout.tsx';
import { FarAway, isNear, notNowAct } from './options/not-now.tsx';
import { RoadCards } from './options/road-card.tsx';
import { type Options, roadHref } from './options/seen.ts';
import { pathIn, type Room } from './room.ts';

export function WhatCanIDo({ room, options }: { room: Room; options: Options | null }) {
  if (options === null || (options.roads.length === 0 && options.notNow.length === 0)) return null;
  const { roads, notNow, situations } = options;
  const near = notNow.filter((one) => isNear(one, room));
  const possible = [
    ...roads.slice(firstFew).map((road) => possibleAct(road, room)),
    ...again(room),
  ];
  return (
    <Section
      id="acts"
      title="What can I do?"
      note={<a href={pathIn(room, '/options')}>Everything that follows from each</a>}
    >
      <p class="measured">{situationSaid(situations[0], room.scene)}</p>
      {roads.length === 0 && <p>Nothing more can be done with this contract.</p>}
      <RoadCards room={room} roads={roads.slice(0, firstFew)} label="What matters first" />
      <Acts possible={possible} notNow={near.map((one) => notNowAct(one, room, options))} more />
      <FarAway room={room} options={options} />
    </Section>
  );
}

function possibleAct(road: Options['roads'][number], room: Room): PossibleAct {
  const { title, says } = roadSaid(road, room.scene);
  return {
    href: roadHref(road, room),
    label: `${title}…`,
    effect: says,
    stop: road.command === 'end_contract',
  };
}

/** An offer that came to nothing can be made once more, with its terms to begin from. */
function again({ view, viewer }: Room): readonly PossibleAct[] {
  const over = ['declined', 'withdrawn', 'expired'].includes(view.status);
  if (viewer !== 'client' || !over) return [];
  return [
    {
      href: `/offers/new?like=${view.id}`,
      label: 'Make a new offer like this one…',
      effect: 'The same terms to begin from. Nothing is sent before you say so.',
    },
  ];
}
