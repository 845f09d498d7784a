import { memorySettings } from './memory-settings.js';

const GIGABYTE = 1024 ** 3;

describe('memorySettings', () => {
  it('never go below what PostgreSQL takes by itself, on the smallest machine', () => {
    expect(memorySettings(GIGABYTE / 2)).toEqual({ shared_buffers: '128MB', effective_cache_size: '256MB' });
  });

  it('are an eighth of the memory for pages, and half of it as what the system is expected to hold', () => {
    expect(memorySettings(24 * GIGABYTE)).toEqual({ shared_buffers: '3072MB', effective_cache_size: '12288MB' });
  });

  it('stop growing where more is of no use', () => {
    expect(memorySettings(512 * GIGABYTE)).toEqual({ shared_buffers: '8192MB', effective_cache_size: '65536MB' });
  });
});
