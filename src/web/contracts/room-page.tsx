// The contract room: the state in one sentence, what happens next, what waits for an answer, the
// milestones, the money that adds up, who is in it, what can be done and why not, and all that
// has happened.

import { eventSentence } from '../../words/events.ts';
import { amountOf, capital } from '../../words/scene.ts';
import { stateSentence } from '../../words/states.ts';
import { dateText } from '../../words/time.ts';
import type { Frame } from '../parts/frame.ts';
import { Head, Tabs } from '../parts/head.tsx';
import { Section, Split } from '../parts/layout.tsx';
import { Toast } from '../parts/messages.tsx';
import { Page } from '../parts/page.tsx';
import { FeedbackOf } from './beside/feedback.tsx';
import { linksOf } from './beside/quiet.tsx';
import { Requests } from './beside/requests.tsx';
import { Disputes } from './disputes/disputes.tsx';
import { agreed, Milestones } from './milestones.tsx';
import { MoneyTable } from './money.tsx';
import { NextPanel } from './next-panel.tsx';
import type { Options } from './options/seen.ts';
import { milestonesOf, otherName, pathIn, type Room } from './room.ts';
import { Questions } from './said.tsx';
import { Timeline } from './timeline.tsx';
import { Waiting } from './waiting.tsx';
import { WhatCanIDo } from './what-can-i-do.tsx';
import { Who } from './who.tsx';

export type RoomPageProps = {
  readonly frame: Frame;
  readonly room: Room;
  /** What the reader can do; null where it could not be worked out. */
  readonly options: Options | null;
  /** The number of the event that the reader has just made. */
  readonly did?: number | undefined;
};

export function RoomPage({ frame, room, options, did }: RoomPageProps) {
  return (
    <Page frame={frame} title={room.view.terms.title}>
      {did !== undefined && <Done room={room} did={did} />}
      <RoomHead room={room} state={capital(stateSentence(room.view, room.scene))} />
      <RoomTabs room={room} current="overview" />
      <Split
        asideLabel="Money and people"
        stay
        aside={
          <>
            <MoneyTable room={room} />
            <Who room={room} />
          </>
        }
        more={
          <>
            <WhatCanIDo room={room} options={options} />
            <Questions room={room} />
            <FeedbackOf room={room} />
            <Latest room={room} />
          </>
        }
      >
        <NextPanel room={room} />
        <Waiting room={room} />
        <Disputes room={room} />
        <Requests room={room} />
        <Scope room={room} />
        <Milestones room={room} />
      </Split>
    </Page>
  );
}

/** While it is an offer, what is to be done stands before anybody has to look for it. */
function Scope({ room }: { room: Room }) {
  const { terms, accepted } = room.view;
  if (accepted !== undefined || terms.scope === undefined) return null;
  return (
    <Section id="scope" title="What is to be done">
      <p class="as-written measured" dir="auto">
        {terms.scope}
      </p>
    </Section>
  );
}

export function RoomHead({ room, state }: { room: Room; state: string }) {
  const { view, scene, reader } = room;
  const accepted =
    view.accepted === undefined
      ? view.sent === undefined
        ? 'Not sent yet'
        : `Offered ${dateText(Temporal.Instant.from(view.sent), reader.zone)}`
      : `Accepted ${dateText(Temporal.Instant.from(view.accepted), reader.zone)}`;
  return (
    <Head
      crumbs={[
        { href: '/contracts', label: 'Contracts' },
        { href: pathIn(room), label: otherName(room) },
      ]}
      title={view.terms.title}
      state={state}
      facts={[
        `Fixed price, ${amountOf(scene, agreed(milestonesOf(room), scene))}`,
        roleOf(room),
        accepted,
        <a key="terms" href={pathIn(room, '/terms')}>
          Terms, version {view.terms.version}
        </a>,
        <a key="rules" href={pathIn(room, '/terms#rules')}>
          Rules: {view.policy.name} {view.policy.version}
        </a>,
        ...linksOf(room),
      ]}
    />
  );
}

function roleOf({ viewer }: Room): string {
  if (viewer === 'client') return 'You are the client';
  return viewer === 'freelancer' ? 'You are the freelancer' : `You look on as ${viewer}`;
}

export function RoomTabs({ room, current }: { room: Room; current: string }) {
  const tab = (name: string, label: string, rest: string) => ({
    href: pathIn(room, rest),
    label,
    current: name === current,
  });
  return (
    <Tabs
      label="This contract"
      tabs={[
        tab('overview', 'Overview', ''),
        tab('options', 'What can I do?', '/options'),
        tab('messages', 'Messages', '/messages'),
        tab('terms', 'Terms', '/terms'),
        tab('history', 'History', '/history'),
      ]}
    />
  );
}

/** What has just been done, as the timeline says it. */
function Done({ room, did }: { room: Room; did: number }) {
  const done = room.timeline.filter(({ event }) => event.seq === did);
  const [entry] = done;
  if (entry === undefined) return null;
  return (
    <div class="below-5">
      <Toast>
        {eventSentence(entry.event, room.scene)} <a href={`#e-${did}`}>#{did}</a>
      </Toast>
    </div>
  );
}

const latest = 15;

function Latest({ room }: { room: Room }) {
  const shown = room.timeline.slice(-latest);
  const before = room.timeline.length - shown.length + room.earlier;
  return (
    <Section
      id="timeline"
      title="Timeline"
      note={
        <a href={pathIn(room, '/history')}>{before > 0 ? `${before} earlier events` : 'History'}</a>
      }
    >
      <Timeline entries={shown} contract={room.view.id} scene={room.scene} reader={room.reader} />
    </Section>
  );
}
