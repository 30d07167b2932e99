// The way in: the form with address and password, as a panel beside the welcome and as a page of
// its own for who was on the way to somewhere else.
import type { ComponentChildren } from 'preact';
import { Shell } from '../context/shell.tsx';
import { Button } from '../parts/button.tsx';
import { Field, Post } from '../parts/form/field.tsx';
import type { Frame } from '../parts/frame.ts';
import { Head } from '../parts/head.tsx';
import { Stack } from '../parts/layout.tsx';
import { Panel } from '../parts/panel.tsx';
import { errorAt, type Mistake, MistakeBox, type Typed } from './forms.tsx';

export type SignInProps = {
  readonly typed?: Typed;
  readonly mistake?: Mistake | undefined;
  /** Where to go afterwards. */
  readonly next: string;
  /** What has just been done, in a sentence. */
  readonly said?: string | undefined;
};

export function SignInForm({ typed = {}, mistake, next }: SignInProps) {
  return (
    <Post action="/sign-in" hidden={{ next }} label="Sign in">
      <Field
        {...{ name: 'email', label: 'E-mail', type: 'email', autocomplete: 'username' }}
        value={typed.email}
        {...errorAt(mistake, 'email')}
      />
      <Field
        {...{ name: 'password', label: 'Password', type: 'password' }}
        autocomplete="current-password"
        {...errorAt(mistake, 'password')}
      />
      <div class="above-5">
        <Stack gap="tight">
          <Button look="primary" wide>
            Sign in
          </Button>
        </Stack>
      </div>
      <p class="note above-4">
        <a href="/forgot-password">Forgotten your password?</a>
      </p>
      <p class="note above-2">
        New here? <a href={`/sign-up?next=${encodeURIComponent(next)}`}>Create an account</a>
      </p>
    </Post>
  );
}

export type SignInPageProps = SignInProps & {
  readonly frame: Frame;
  readonly demo?: ComponentChildren;
};

export function SignInPage({ frame, demo, ...form }: SignInPageProps) {
  const state =
    form.next === '/' ? 'Sign in to see what needs you.' : 'Sign in, and you go on where you were.';
  return (
    <Shell frame={frame} title="Sign in">
      <Head state={form.said ?? state} />
      <div class="above-6 narrow">
        <MistakeBox mistake={form.mistake} nothing="You are not signed in" />
        <Panel id="sign-in" title="Sign in" strong>
          <SignInForm {...form} />
        </Panel>
      </div>
      {demo && (
        <section class="section" aria-labelledby="demo">
          <h2 id="demo">Or look around as one of these people</h2>
          {demo}
        </section>
      )}
    </Shell>
  );
}
