// A new account: name, address, password, what one does here, and the zone in which deadlines are
// told. A mistake gives back everything that was typed, but for the password.
import { Shell } from '../context/shell.tsx';
import { Button } from '../parts/button.tsx';
import { Check } from '../parts/form/choice.tsx';
import { ErrorLine, Field, Post, Select } from '../parts/form/field.tsx';
import type { Frame } from '../parts/frame.ts';
import { Head } from '../parts/head.tsx';
import { errorAt, type Mistake, MistakeBox, type Typed } from './forms.tsx';
import { zoneOptions } from './zones.ts';

export type SignUpProps = {
  readonly frame: Frame;
  readonly typed?: Typed;
  readonly mistake?: Mistake | undefined;
  readonly next: string;
};

export function SignUpPage({ frame, typed = {}, mistake, next }: SignUpProps) {
  const zone = typed.time_zone || 'UTC';
  return (
    <Shell frame={frame} title="Create an account">
      <Head state="An account costs nothing. You can be a client, a freelancer, or both." />
      <div class="above-6 measured">
        <MistakeBox mistake={mistake} nothing="No account was created" />
        <Post action="/sign-up" hidden={{ next }} label="Create an account">
          <Field
            {...{ name: 'name', label: 'Name', hint: 'The people you work with see it.' }}
            {...{ value: typed.name, autocomplete: 'name', maxlength: 80 }}
            {...errorAt(mistake, 'name')}
          />
          <Field
            {...{ name: 'email', label: 'E-mail', type: 'email', value: typed.email }}
            hint="Offers find you by it. Nobody else sees it."
            autocomplete="username"
            {...errorAt(mistake, 'email')}
          />
          <Field
            {...{ name: 'password', label: 'Password', type: 'password' }}
            hint="10 characters or more, any you like."
            autocomplete="new-password"
            {...errorAt(mistake, 'password')}
          />
          <Roles typed={typed} mistake={mistake} />
          <Select
            {...{ name: 'time_zone', label: 'Time zone', value: zone }}
            hint="Deadlines are told in this zone and in UTC. You can change it later."
            options={zoneOptions(frame.reader.now, zone)}
            {...errorAt(mistake, 'time_zone')}
          />
          <div class="above-6">
            <Button look="primary" large>
              Create the account
            </Button>
          </div>
        </Post>
        <p class="note above-5">
          You have one? <a href={`/sign-in?next=${encodeURIComponent(next)}`}>Sign in</a>
        </p>
      </div>
    </Shell>
  );
}

type RolesProps = { readonly typed: Typed; readonly mistake: Mistake | undefined };

function Roles({ typed, mistake }: RolesProps) {
  const error = errorAt(mistake, 'roles').error;
  return (
    <fieldset
      class={error === undefined ? 'field' : 'field wrong'}
      id="roles"
      aria-describedby={error === undefined ? undefined : 'roles-error'}
    >
      <legend>What you do here</legend>
      <Check
        {...{ name: 'client', label: 'I am a client', checked: typed.client === 'on' }}
        note="I make offers, put money in, and release it."
      />
      <Check
        {...{ name: 'freelancer', label: 'I am a freelancer', checked: typed.freelancer === 'on' }}
        note="I answer offers, do the work, and am paid."
      />
      <ErrorLine id="roles" error={error} />
    </fieldset>
  );
}
