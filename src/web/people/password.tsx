// The two pages of a forgotten password: ask for a link by mail, and choose a new one.
import { Shell } from '../context/shell.tsx';
import { Button } from '../parts/button.tsx';
import { Field, Post } from '../parts/form/field.tsx';
import type { Frame } from '../parts/frame.ts';
import { Head } from '../parts/head.tsx';
import { Toast } from '../parts/messages.tsx';
import { Panel } from '../parts/panel.tsx';
import { errorAt, type Mistake, MistakeBox, type Typed } from './forms.tsx';

export type ForgottenProps = {
  readonly frame: Frame;
  readonly typed?: Typed;
  readonly mistake?: Mistake | undefined;
  /** Asked for: the same whether anybody has the address or not. */
  readonly sent?: boolean;
};

export function ForgottenPage({ frame, typed = {}, mistake, sent = false }: ForgottenProps) {
  return (
    <Shell frame={frame} title="Forgotten password">
      <Head state="A link by mail lets you choose a new password." />
      {sent && (
        <div class="above-5">
          <Toast>
            If an account has this address, a link is on its way to it. It works for one hour.
          </Toast>
        </div>
      )}
      <div class="above-6 narrow">
        <MistakeBox mistake={mistake} nothing="No mail was sent" />
        <Panel id="forgotten" title="Forgotten password" strong>
          <Post action="/forgot-password" label="Forgotten password">
            <Field
              {...{ name: 'email', label: 'E-mail', type: 'email', autocomplete: 'username' }}
              value={typed.email}
              {...errorAt(mistake, 'email')}
            />
            <div class="above-5">
              <Button look="primary" wide>
                Send me a link
              </Button>
            </div>
          </Post>
        </Panel>
        {frame.evaluation && (
          <p class="note above-4">
            In evaluation mode the link stands in the terminal of the server, and in the mailbox of
            who is signed in.
          </p>
        )}
      </div>
    </Shell>
  );
}

export type NewPasswordProps = {
  readonly frame: Frame;
  /** Out of the link; goes back with the form. */
  readonly token: string;
  readonly mistake?: Mistake | undefined;
};

export function NewPasswordPage({ frame, token, mistake }: NewPasswordProps) {
  return (
    <Shell frame={frame} title="New password">
      <Head state="Choose a new password. Every session of yours ends, and you sign in with it." />
      <div class="above-6 narrow">
        <MistakeBox mistake={mistake} nothing="Your password was not changed" />
        <Panel id="new-password" title="New password" strong>
          <Post action="/new-password" hidden={{ token }} label="New password">
            <Field
              {...{ name: 'password', label: 'New password', type: 'password' }}
              {...{ autocomplete: 'new-password', hint: 'At least 10 characters.' }}
              {...errorAt(mistake, 'password')}
            />
            <div class="above-5">
              <Button look="primary" wide>
                Save the new password
              </Button>
            </div>
          </Post>
          <p class="note above-4">
            <a href="/forgot-password">Ask for another link</a>
          </p>
        </Panel>
      </div>
    </Shell>
  );
}
