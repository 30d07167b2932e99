// The register of deadlines: what happens by itself in all contracts of the reader, by day and by
// week, each with its moment three times, who can act, what silence does, and the one thing to
// press. Below it the way into the reader's own calendar.
import type { Person } from '../../people/person.ts';
import type { RegisteredDeadline } from '../../reads/deadlines.ts';
import { deadlineName, forecastSentence } from '../../words/forecast.ts';
import { dayGroupText } from '../../words/mail/calendar.ts';
import { actorsText } from '../../words/needs.ts';
import { dayText } from '../../words/time.ts';
import { hrefOfNeed } from '../home/need-href.ts';
import { sceneFor, textOfNeed } from '../home/need-texts.ts';
import { ButtonLink } from '../parts/button.tsx';
import type { Frame, Reader } from '../parts/frame.ts';
import { Head, Tabs } from '../parts/head.tsx';
import { Section } from '../parts/layout.tsx';
import { Empty } from '../parts/messages.tsx';
import { Page } from '../parts/page.tsx';
import { DeadlineCell } from '../parts/panel.tsx';
import { Table, type TableRow } from '../parts/table.tsx';
import { CalendarSection, type CalendarShown } from './calendar-section.tsx';

export type Which = 'all' | 'me' | 'client' | 'freelancer';

export type DeadlinesProps = {
  readonly frame: Frame;
  readonly person: Person;
  readonly which: Which;
  /** Of the chosen kind, soonest first. */
  readonly deadlines: readonly RegisteredDeadline[];
  /** How many come after those; they are shown when `everything` is asked for. */
  readonly later: number;
  readonly calendar: CalendarShown;
};

const tabs: readonly { readonly which: Which; readonly label: string }[] = [
  { which: 'all', label: 'All' },
  { which: 'me', label: 'Yours to act on' },
  { which: 'client', label: 'As client' },
  { which: 'freelancer', label: 'As freelancer' },
];

export function whichOf(text: string | undefined): Which {
  return tabs.find(({ which }) => which === text)?.which ?? 'all';
}

export function DeadlinesPage(props: DeadlinesProps) {
  const { frame, person, which, deadlines, later, calendar } = props;
  const sides = tabs.filter(
    ({ which: one }) =>
      one === 'all' || one === 'me' || (person.roles.length > 1 && person.roles.includes(one)),
  );
  return (
    <Page frame={frame} title="Deadlines">
      <Head title="Deadlines" state={stateOf(deadlines, frame.reader)} />
      <div class="above-5" id="list">
        <Tabs
          label="Which deadlines"
          tabs={sides.map(({ which: one, label }) => ({
            href: `/deadlines?which=${one}`,
            label,
            current: one === which,
          }))}
        />
      </div>
      {deadlines.length === 0 && (
        <div class="above-4">
          <Empty says="Nothing happens by itself here.">
            <a href="/contracts">Your contracts</a>
          </Empty>
        </div>
      )}
      <Groups {...props} />
      {later > 0 && (
        <p class="note above-4">
          <a href={`/deadlines?which=${which}&later=yes`}>And {later} later: show all of them</a>
        </p>
      )}
      <CalendarSection {...calendar} reader={frame.reader} />
    </Page>
  );
}

function stateOf(deadlines: readonly RegisteredDeadline[], { now, zone }: Reader): string {
  const [mine] = deadlines.filter((one) => one.mine);
  const [first] = deadlines;
  if (first === undefined) return 'Nothing happens by itself.';
  const day = (one: RegisteredDeadline) => dayText(Temporal.Instant.from(one.next.at), zone, now);
  if (mine === undefined)
    return `Nothing here is yours to act on. The next comes on ${day(first)}.`;
  return `The next one that is yours to act on comes on ${day(mine)}.`;
}

function Groups({ frame, person, deadlines }: DeadlinesProps) {
  const { reader } = frame;
  const groups = new Map<string, RegisteredDeadline[]>();
  for (const one of deadlines) {
    const name = dayGroupText(Temporal.Instant.from(one.next.at), reader.zone, reader.now);
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return (
    <>
      {[...groups].map(([name, some], index) => (
        <Section key={name} id={`group-${index + 1}`} title={name}>
          <Table
            headless
            lined
            headsHidden={index > 0}
            columns={[
              { label: 'Until when' },
              { label: 'What', fold: 'wide' },
              { label: 'Who can act', fold: 'drop' },
              { label: 'What you can do', fold: 'wide' },
            ]}
            rows={some.map((one) => rowOf(one, person, reader))}
          />
        </Section>
      ))}
    </>
  );
}

function rowOf(deadline: RegisteredDeadline, person: Person, reader: Reader): TableRow {
  const { card, next } = deadline;
  const { view } = card;
  const scene = sceneFor(card, person, reader.now);
  return {
    key: `${view.id} ${next.what} ${next.subject ?? ''} ${next.at}`,
    weak: !deadline.stands,
    cells: [
      <span key="at">
        <DeadlineCell at={Temporal.Instant.from(next.at)} reader={reader} />
      </span>,
      <span key="what">
        {deadlineName(next.what, next.subject, scene)}
        <small>
          <a href={`/contracts/${view.id}`}>
            <bdi>{view.terms.title}</bdi>
          </a>
        </small>
        <small>
          {forecastSentence(next, scene)}
          {!deadline.stands && ' It follows only if nobody acts before.'}
        </small>
      </span>,
      <span key="who" class="muted">
        {actorsText(next, scene)}
      </span>,
      <span key="act" class="nobr">
        <Act {...{ deadline, person, reader }} />
      </span>,
    ],
  };
}

type ActProps = {
  readonly deadline: RegisteredDeadline;
  readonly person: Person;
  readonly reader: Reader;
};

function Act({ deadline: { need, mine, card }, person, reader }: ActProps) {
  if (need !== null) {
    return (
      <ButtonLink href={hrefOfNeed(need)}>{textOfNeed(need, person, reader.now).label}</ButtonLink>
    );
  }
  const href = `/contracts/${card.view.id}`;
  return (
    <a href={href}>
      {mine ? 'Open' : 'Look'}
      <span class="hidden"> at {card.view.terms.title}</span>
    </a>
  );
}
