import { writeFileSync } from 'node:fs';

/** Keeps count in a file as the tests end, so that test.mjs can tell how far a run came that did not. A file that does not load has failed. */
export default class Tally {
  onTestResult(_test, _result, sum) {
    keep(sum, false);
  }

  onRunComplete(_contexts, sum) {
    keep(sum, true);
  }
}

function keep(sum, complete) {
  const passed = sum.numPassedTests;
  const failed = sum.numFailedTests + sum.numRuntimeErrorTestSuites;
  const skipped = sum.numPendingTests + sum.numTodoTests;
  writeFileSync(process.env.FANAL_TEST_TALLY, JSON.stringify({ passed, failed, skipped, complete }));
}
