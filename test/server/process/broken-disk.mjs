// Loaded before the server: from SIGUSR2 on, the disk confirms nothing any more.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import process from 'node:process';

process.on('SIGUSR2', () => {
  fs.fdatasyncSync = () => {
    throw Object.assign(new Error('EIO: i/o error, fdatasync'), { code: 'EIO' });
  };
  syncBuiltinESMExports();
  console.log('The disk is broken');
});
