// My account: how others see me, in which zone I read deadlines, and the keys of my programs. A
// key is shown once, on the answer to the form that made it.
import type { Key } from '../../people/keys.ts';
import type { Person } from '../../people/person.ts';
import { scoredAs } from '../../reads/people.ts';
import type { MailChoice } from '../../store/mail/choices.ts';
import { rolesText } from '../../words/account.ts';
import { cityOf, dateText, fullMomentText } from '../../words/time.ts';
import { Button } from '../parts/button.tsx';
import { Choice, type ChoiceOption } from '../parts/form/choice.tsx';
import { Field, Post, Select } from '../parts/form/field.tsx';
import type { Frame, Reader } from '../parts/frame.ts';
import { Head } from '../parts/head.tsx';
import { Chapter } from '../parts/layout.tsx';
import { Empty, Toast } from '../parts/messages.tsx';
import { Page } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { Table } from '../parts/table.tsx';
import { errorAt, type Mistake, MistakeBox, type Typed } from './forms.tsx';
import { zoneOptions } from './zones.ts';

export type AccountProps = {
  readonly frame: Frame;
  readonly person: Person;
  readonly keys: readonly Key[];
  readonly wants: MailChoice;
  /** What has just been done, in a sentence. */
  readonly said?: string | undefined;
  /** A key that has just been made: the only time that it is seen. */
  readonly secret?: { readonly name: string; readonly secret: string } | undefined;
  readonly typed?: Typed;
  readonly mistake?: Mistake | undefined;
};

export function AccountPage(props: AccountProps) {
  const { frame, person } = props;
  const city = cityOf(person.timeZone);
  const joined = dateText(person.joinedAt, person.timeZone);
  return (
    <Page frame={frame} title="Your account">
      <Head
        state={`You are ${person.name}, ${rolesText(person.roles)} here since ${joined}.`}
        facts={[
          person.email,
          `Deadlines are told in ${city} time and in UTC`,
          ...(scoredAs(person.roles) === null
            ? []
            : [
                <a key="score" href={`/people/${person.id}/score`}>
                  Your success score
                </a>,
              ]),
        ]}
      />
      {props.said && (
        <div class="above-5">
          <Toast>{props.said}</Toast>
        </div>
      )}
      <div class="above-5">
        <MistakeBox mistake={props.mistake} nothing="Nothing was changed" />
      </div>
      <Profile {...props} />
      <Mail {...props} />
      <Keys {...props} />
      <SignOut />
    </Page>
  );
}

function Profile({ frame, person, typed = {}, mistake }: AccountProps) {
  const zone = typed.time_zone ?? person.timeZone;
  return (
    <Chapter id="profile" title="You" note="The people you work with see your name and city.">
      <Post action="/account" label="You">
        <Field
          {...{ name: 'name', label: 'Name', value: typed.name ?? person.name }}
          {...{ autocomplete: 'name', maxlength: 80, ...errorAt(mistake, 'name') }}
        />
        <Field
          {...{ name: 'city', label: 'City, if you like', value: typed.city ?? person.city ?? '' }}
          {...{ autocomplete: 'address-level2', maxlength: 80, ...errorAt(mistake, 'city') }}
        />
        <Select
          {...{ name: 'time_zone', label: 'Time zone', value: zone }}
          options={zoneOptions(frame.reader.now, zone)}
          {...errorAt(mistake, 'time_zone')}
        />
        <div class="above-5">
          <Button>Save name, city and zone</Button>
        </div>
      </Post>
    </Chapter>
  );
}

function Mail({ person, wants, frame }: AccountProps) {
  return (
    <Chapter id="mail" title="Mail" note={`It goes to ${person.email}.`}>
      <Post action="/account/mail" label="Mail">
        <Choice
          {...{ name: 'wants', legend: 'Which mails you get', legendHidden: true }}
          {...{ value: wants, options: mailOptions }}
          hint="Mails about your account, such as a new password, always come."
        />
        <div class="above-5">
          <Button>Save which mails you get</Button>
        </div>
      </Post>
      <p class="note above-4">
        <a href="/deadlines#calendar">Deadlines in your own calendar</a>
        {frame.evaluation && (
          <>
            {' · '}
            <a href="/mailbox">Your mailbox</a>
          </>
        )}
      </p>
    </Chapter>
  );
}

const mailOptions: readonly ChoiceOption[] = [
  {
    value: 'all',
    label: 'All',
    note: 'What the other side does, what happens by itself, and reminders.',
  },
  {
    value: 'needs',
    label: 'Only what needs you',
    note: 'Offers, submissions, proposals, requests and disputes to answer, and reminders of them.',
  },
  { value: 'none', label: 'None', note: 'You look here yourself. No deadline waits for you.' },
];

function Keys({ frame, keys, secret, typed = {}, mistake }: AccountProps) {
  return (
    <Chapter
      id="keys"
      title="Keys for programs"
      note="A program with a key can do everything that you can do here."
    >
      {secret && <NewKey {...secret} />}
      {keys.length === 0 ? (
        <Empty says="No keys. You need one only for a program that speaks to this server.">
          <a href="/api/openapi.json">What a program can do</a>
        </Empty>
      ) : (
        <KeyTable keys={keys} reader={frame.reader} />
      )}
      {/* The answer shows a secret and no other address, which Turbo does not allow. */}
      <div class="above-5" data-turbo="false">
        <Post action="/account/keys" label="A new key">
          <Field
            {...{ name: 'key_name', label: 'Name of a new key', maxlength: 60 }}
            {...{ value: typed.key_name, hint: 'What it is for, such as “bookkeeping”.' }}
            {...errorAt(mistake, 'key_name')}
          />
          <div class="above-4">
            <Button>Make a key</Button>
          </div>
        </Post>
      </div>
    </Chapter>
  );
}

function NewKey({ name, secret }: { name: string; secret: string }) {
  return (
    <div class="below-5">
      <Panel id="new-key" title={`The new key “${name}”`} strong>
        <p>Copy it now: it is shown this once and kept nowhere.</p>
        <p class="above-3">
          <code class="secret">{secret}</code>
        </p>
      </Panel>
    </div>
  );
}

function KeyTable({ keys, reader }: { keys: readonly Key[]; reader: Reader }) {
  const moment = (at: Temporal.Instant) => fullMomentText(at, reader.zone);
  return (
    <Table
      columns={[
        { label: 'Key' },
        { label: 'Begins with', fold: 'drop' },
        { label: 'Last used', fold: 'wide' },
        { label: 'What you can do', num: true },
      ]}
      rows={keys.map((key) => ({
        key: key.id,
        cells: [
          <bdi key="name">{key.name}</bdi>,
          <code key="start">{key.start}…</code>,
          key.lastUsedAt === null ? 'never' : moment(key.lastUsedAt),
          <Post key="revoke" action="/account/keys/revoke" hidden={{ key: key.id }}>
            <Button>
              Revoke<span class="hidden"> {key.name}</span>
            </Button>
          </Post>,
        ],
      }))}
    />
  );
}

function SignOut() {
  return (
    <Chapter id="leave" title="Sign out" note="On this device. Your contracts go on.">
      <div data-turbo="false">
        <Post action="/sign-out">
          <Button>Sign out</Button>
        </Post>
      </div>
    </Chapter>
  );
}
