// What every page loads: Turbo for calm transitions, deadlines that count down, Ctrl+Enter to
// send. All of it is comfort; each page does its job without this file.
import './trusted-types.ts';
import * as Turbo from '@hotwired/turbo';
import { countDown } from './countdown.ts';
import { sendOnCtrlEnter } from './keys.ts';
import { guessZone } from './zone.ts';

Turbo.config.drive.progressBarDelay = 300;
countDown();
sendOnCtrlEnter();
guessZone();
