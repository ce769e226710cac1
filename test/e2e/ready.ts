// Makes what all servers of these tests begin with, before they start at the same time and each makes it.
import { RunningServer } from './running-server.js';

await (await RunningServer.at()).remove();
