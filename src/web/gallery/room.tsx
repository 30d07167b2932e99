// The gallery's chapters about a contract's room and the entrance pages: what can be done, the
// timeline, what needs the reader, messages.

import { Acts } from '../parts/acts.tsx';
import { Button } from '../parts/button.tsx';
import { Events } from '../parts/events.tsx';
import type { Reader } from '../parts/frame.ts';
import { Tabs } from '../parts/head.tsx';
import { Chapter, Section, Split, Stack } from '../parts/layout.tsx';
import { Links, Needs, Persons, Steps } from '../parts/lists.tsx';
import { Empty, Problem, Toast } from '../parts/messages.tsx';

export function RoomChapters({ reader }: { reader: Reader }) {
  return (
    <>
      <WhatCanIDo />
      <Timeline />
      <Entrance reader={reader} />
      <Messages />
    </>
  );
}

function WhatCanIDo() {
  return (
    <Chapter
      id="acts"
      title="What can I do?"
      note="Grey explains itself: why not, and what instead. The end stands last, in red."
    >
      <Acts
        possible={[
          {
            href: '#acts',
            label: 'Submit a new version of milestone 2',
            effect: 'Keeps the clock: still Fri 4 Dec.',
          },
          {
            href: '#acts',
            label: 'Propose to cancel together…',
            effect: 'Marsh & Vane has 7 days to accept. Neutral for both scores.',
          },
          {
            href: '#acts',
            label: 'End the contract…',
            effect: '$900.00 held would go back to the client at once.',
            stop: true,
          },
        ]}
        notNow={[
          {
            label: 'Release the payment',
            why: 'Only the client decides this.',
            instead: [{ href: '#acts', label: 'write to Marsh & Vane' }],
          },
          {
            label: 'Give feedback',
            why: 'The contract has not ended.',
            instead: 'It opens for 14 days when it ends.',
          },
        ]}
      />
    </Chapter>
  );
}

const at = (text: string) => Temporal.Instant.from(text);

function Timeline() {
  return (
    <Chapter
      id="timeline"
      title="Timeline"
      note="Newest last, people louder than machines, each entry with its own address."
    >
      <Tabs
        label="This contract"
        tabs={[
          { href: '#overview', label: 'Overview', current: true },
          { href: '#messages', label: 'Messages', count: '2 new' },
          { href: '#terms', label: 'Terms' },
        ]}
      />
      <Events
        entries={[
          {
            seq: 10,
            actor: 'Marsh & Vane Books',
            text: 'released milestone 1, “Sketches for twelve plates”.',
            voice: 'money',
            amount: '+$540.00',
            good: true,
            working: '$600.00 − $60.00 fee',
            at: at('2026-11-03T10:20:00Z'),
            when: 'Tue 3 Nov, 11:20',
            notes: ['both can see this'],
          },
          {
            seq: 11,
            actor: 'Marsh & Vane Books',
            text: 'funded milestone 2.',
            amount: '$900.00',
            working: 'held',
            at: at('2026-11-03T10:24:00Z'),
            when: 'Tue 3 Nov, 11:24',
          },
          {
            seq: 12,
            text: '$540.00 became available to withdraw.',
            voice: 'machine',
            at: at('2026-11-08T10:20:00Z'),
            when: 'Sun 8 Nov, 11:20',
          },
          {
            seq: 13,
            actor: 'You',
            text: 'submitted “Plates 1–6 in colour”.',
            quote: 'The blackthorn is repainted from the specimen Tom sent.',
            at: at('2026-11-20T15:02:00Z'),
            when: 'Fri 20 Nov, 16:02',
          },
        ]}
      />
    </Chapter>
  );
}

function Entrance({ reader }: { reader: Reader }) {
  return (
    <Chapter id="entrance" title="Home and welcome" note="What needs the reader stands first.">
      <Split
        asideLabel="News"
        aside={
          <Section id="news" title="Since yesterday" flush>
            <Links
              links={[
                {
                  href: '#n1',
                  label: 'Tom Reyes wrote about Plates 1–6',
                  note: 'Mon 23 Nov, 18:47',
                },
                { href: '#n2', label: 'Week 47 was invoiced, $504.00', note: 'Mon 23 Nov, 13:00' },
              ]}
            />
          </Section>
        }
      >
        <Needs
          reader={reader}
          needs={[
            {
              key: 'offer',
              title: 'Lighthouse Trust offers you “Annual report 2026”',
              at: at('2026-11-26T09:12:00Z'),
              silence: 'If you do nothing, the offer lapses and nothing is owed.',
              href: '#entrance',
              label: 'Read the offer',
            },
            {
              key: 'feedback',
              title: 'Your feedback for Orchard Radio is still open',
              at: at('2026-12-01T00:00:00Z'),
              silence: 'If you do nothing, theirs opens without yours.',
              href: '#entrance',
              label: 'Give feedback',
            },
          ]}
        />
        <div class="above-6">
          <Persons
            persons={[
              {
                initials: 'TR',
                name: 'Tom Reyes',
                role: 'client, New York',
                about: 'A late milestone with $1,200.00 held.',
                action: <Button>Continue as Tom</Button>,
              },
            ]}
          />
        </div>
        <div class="above-6">
          <Steps steps={['As Tom, open “Online shop”.', 'As Ada, move the clock.']} />
        </div>
      </Split>
    </Chapter>
  );
}

function Messages() {
  return (
    <Chapter id="said" title="Messages" note="What happened, what it did to the money, what to do.">
      <Stack gap="airy">
        <Toast undo={{ action: '/parts' }}>Message archived.</Toast>
        <Problem title="Nothing was ended: the contract changed while you looked">
          Noor submitted “Checkout” at 15:21 UTC. $1,200.00 is now under review.{' '}
          <a href="#said">Look at the new preview</a>
        </Problem>
        <Empty says="No disputes. Most contracts never have one.">
          If a refund request is wrong, you can dispute it from the contract until its deadline.
        </Empty>
      </Stack>
    </Chapter>
  );
}
