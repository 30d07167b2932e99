// The gallery's chapters about money: rows that add up, consequences, tables, milestones.
import { Figure, Sums } from '../parts/amount.tsx';
import { Effects } from '../parts/effects.tsx';
import type { Reader } from '../parts/frame.ts';
import { Chapter, Stack } from '../parts/layout.tsx';
import { DeadlineCell } from '../parts/panel.tsx';
import { Plan, Status } from '../parts/plan.tsx';
import { Table } from '../parts/table.tsx';

export function MoneyChapters({ reader }: { reader: Reader }) {
  return (
    <>
      <AddsUp />
      <Consequences />
      <Milestones />
      <BeginAndEnd reader={reader} />
    </>
  );
}

function AddsUp() {
  return (
    <Chapter
      id="sums"
      title="Money that adds up"
      note="A single rule sums, a double rule ends. The currency stands once."
    >
      <Stack gap="airy">
        <Figure label="Available now" amount="1740.00" currency="USD" />
        <div class="narrow">
          <Sums
            caption="A release with its fee, US dollars"
            rows={[
              { label: 'Released', amount: '900.00' },
              { label: 'Platform fee 10%', amount: '-90.00', kind: 'part' },
              { label: 'Net', amount: '810.00', kind: 'sum' },
              { label: 'Given back on 7 Dec', amount: '-100.00', kind: 'part' },
              {
                label: 'Fee returned in proportion',
                amount: '10.00',
                sign: 'always',
                kind: 'part',
              },
              { label: 'You keep', amount: '720.00', kind: 'end' },
              {
                label: 'Held, after the fee',
                note: 'yours if released',
                amount: '810.00',
                gap: true,
              },
              { label: 'Refunds', text: 'none' },
            ]}
          />
        </div>
      </Stack>
    </Chapter>
  );
}

function Consequences() {
  return (
    <Chapter
      id="effects"
      title="What changes"
      note="The same calculation is carried out when you press the button."
    >
      <Effects
        caption="Money of both sides now, right after you end the contract, and by 1 December"
        unit="US dollars"
        moments={[
          { title: 'Now', note: 'Tue 24 Nov' },
          { title: 'When you press', note: 'at once' },
          { title: 'If Noor agrees', note: 'or is silent until Tue 1 Dec' },
        ]}
        sides={[
          {
            name: 'You, Marsh & Vane Books',
            rows: [
              { label: 'Paid for this contract', amounts: ['800.00', '1250.00', '1250.00'] },
              { label: 'Held for this contract', amounts: ['1200.00', '750.00', '0.00'] },
              {
                label: 'Back on your balance',
                amounts: ['0.00', '0.00', '750.00'],
                sign: 'always',
                good: true,
              },
              {
                label: 'Your deposits so far',
                amounts: ['2000.00', '2000.00', '2000.00'],
                end: true,
              },
            ],
          },
          {
            name: 'Noor Haddad',
            rows: [
              { label: 'Paid by you', amounts: ['800.00', '1250.00', '1250.00'] },
              { label: 'Platform fee 10%', amounts: ['-80.00', '-125.00', '-125.00'] },
              { label: 'Noor receives', amounts: ['720.00', '1125.00', '1125.00'], end: true },
            ],
          },
        ]}
      />
      <div class="above-6">
        <Effects
          caption="Money now and after the release"
          unit="US dollars"
          moments={[
            { title: 'Now', note: 'Tue 24 Nov' },
            { title: 'When you press', note: 'at once' },
          ]}
          sides={[
            {
              name: 'Ada Lindqvist',
              rows: [
                { label: 'Clearing', note: 'available on 9 Dec', amounts: ['0.00', '810.00'] },
                { label: 'Received in all', amounts: ['540.00', '1350.00'], end: true },
              ],
            },
          ]}
        />
      </div>
    </Chapter>
  );
}

function Milestones() {
  return (
    <Chapter
      id="milestones"
      title="Milestones"
      note="Full is released, half in review, a sliver funded, hollow planned."
    >
      <Plan
        label="$600.00 of $3,000.00 released, $900.00 in review, $900.00 funded, $600.00 planned"
        segments={[
          { amount: '600.00', stands: 'released' },
          { amount: '900.00', stands: 'submitted' },
          { amount: '900.00', stands: 'funded' },
          { amount: '600.00', stands: 'planned' },
        ]}
      />
      <Table
        columns={[
          { label: 'Milestone' },
          { label: 'Where it stands' },
          { label: 'Due', fold: 'drop' },
          { label: 'Amount', num: true },
        ]}
        rows={[
          {
            key: 'm1',
            cells: [
              '1 Sketches for twelve plates',
              <Status key="s" shape="done">
                Released 3 Nov
              </Status>,
              '30 Oct',
              '$600.00',
            ],
          },
          {
            key: 'm2',
            cells: [
              <a key="a" href="#milestones">
                2 Plates 1–6 in colour
              </a>,
              <Status key="s" shape="review">
                In review since 20 Nov
              </Status>,
              '20 Nov',
              '$900.00',
            ],
          },
          {
            key: 'm3',
            weak: true,
            cells: [
              '3 Plates 7–12 in colour',
              <Status key="s" shape="planned">
                Planned, not funded
              </Status>,
              '18 Dec',
              '$1,500.00',
            ],
          },
        ]}
        foot={['Agreed', '', '', '$3,000.00']}
      />
    </Chapter>
  );
}

function BeginAndEnd({ reader }: { reader: Reader }) {
  const cell = (text: string) => (
    <DeadlineCell key="at" at={Temporal.Instant.from(text)} reader={reader} />
  );
  return (
    <Chapter id="begin" title="Deadlines of a decision" note="Your time is Berlin.">
      <Table
        caption="These begin"
        headsHidden
        headless
        lined
        columns={[
          { label: 'When', fold: 'wide' },
          { label: 'What, and what silence leads to', fold: 'wide' },
        ]}
        rows={[
          {
            key: 'refund',
            cells: [
              cell('2026-12-01T15:20:00Z'),
              <span key="what">
                Noor answers your refund request. <b>Silence gives you the $750.00.</b>
              </span>,
            ],
          },
          {
            key: 'feedback',
            cells: [cell('2026-12-09T00:00:00Z'), 'Feedback closes. Yours opens then.'],
          },
        ]}
      />
      <div class="above-6">
        <Table
          caption="These no longer count"
          headsHidden
          headless
          lined
          columns={[
            { label: 'When', fold: 'wide' },
            { label: 'What', fold: 'wide' },
          ]}
          rows={[
            {
              key: 'due',
              weak: true,
              cells: [<s key="s">Fri 20 Nov 2026</s>, 'Milestone 2, “Checkout”, was due.'],
            },
          ]}
        />
      </div>
    </Chapter>
  );
}
