// jest, ending with test.mjs whatever ends that. Not by `--import`: jest hands its own flags on to its workers.
import '../../tools/lifeline.mjs';
import '../../node_modules/jest/bin/jest.js';

process.once('SIGTERM', () => process.kill(-process.pid, 'SIGKILL')); // the workers too, in the middle of a test
