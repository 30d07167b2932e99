// What would have been sent to the reader by mail: the list, and one mail as its plain text. Links
// into this very server can be followed; everything else stays text.
import type { Person } from '../../people/person.ts';
import type { KeptMail } from '../../store/mail/outbox.ts';
import { fullMomentText, momentText } from '../../words/time.ts';
import type { Frame } from '../parts/frame.ts';
import { Head } from '../parts/head.tsx';
import { Empty } from '../parts/messages.tsx';
import { Page } from '../parts/page.tsx';
import { Table } from '../parts/table.tsx';

export type MailboxProps = {
  readonly frame: Frame;
  readonly person: Person;
  /** The newest first. */
  readonly mails: readonly KeptMail[];
};

const kinds: Readonly<Record<KeptMail['kind'], string>> = {
  news: 'News',
  reminder: 'Reminder',
  account: 'Account',
};

export function MailboxPage({ frame, person, mails }: MailboxProps) {
  const { zone, now } = frame.reader;
  return (
    <Page frame={frame} title="Mailbox">
      <Head
        title="Mailbox"
        state={`What goes to ${person.email} when this is no evaluation.`}
        facts={[<a href="/account#mail">Choose which mails you get</a>]}
      />
      <div class="above-5">
        {mails.length === 0 ? (
          <Empty says="No mail yet.">
            It comes when something happens on one of your contracts, or a deadline is near.
          </Empty>
        ) : (
          <Table
            headless
            columns={[{ label: 'When' }, { label: 'Subject', fold: 'wide' }, { label: 'Kind' }]}
            rows={mails.map((mail) => ({
              key: mail.id,
              cells: [
                <time key="at" datetime={`${mail.at}`}>
                  {momentText(mail.at, zone, now)}
                </time>,
                <a key="subject" href={`/mailbox/${mail.id}`}>
                  <bdi>{mail.subject}</bdi>
                </a>,
                <span key="kind" class="muted">
                  {kinds[mail.kind]}
                </span>,
              ],
            }))}
          />
        )}
      </div>
    </Page>
  );
}

export type LetterProps = {
  readonly frame: Frame;
  readonly person: Person;
  readonly mail: KeptMail;
  /** Where the links of this server lead. */
  readonly origin: string;
};

export function LetterPage({ frame, person, mail, origin }: LetterProps) {
  const at = fullMomentText(mail.at, frame.reader.zone);
  return (
    <Page frame={frame} title={mail.subject}>
      <Head
        crumbs={[{ href: '/mailbox', label: 'Mailbox' }]}
        title={mail.subject}
        state={`To ${person.email}, ${at}.`}
      />
      <div class="above-5 narrow">
        {mail.body
          .trimEnd()
          .split('\n\n')
          .map((paragraph, index) => (
            <p key={index} class="below-4">
              {paragraph.split('\n').map((line, number) => (
                <span key={number}>
                  {number > 0 && <br />}
                  <Line line={line} origin={origin} />
                </span>
              ))}
            </p>
          ))}
      </div>
    </Page>
  );
}

/** A line that ends with an address of this server leads there. */
function Line({ line, origin }: { line: string; origin: string }) {
  const from = line.indexOf(`${origin}/`);
  const address = from < 0 ? '' : line.slice(from);
  if (address === '' || /[\s<>"]/.test(address)) return <>{line}</>;
  return (
    <>
      {line.slice(0, from)}
      <a href={address.slice(origin.length)}>{address}</a>
    </>
  );
}
