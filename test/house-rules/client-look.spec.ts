import { repositoryFiles } from './repository.js';

// A spec may look at what the parts of client/ui have drawn; it draws nothing itself.
const outsideOfUi = repositoryFiles(/^client\/(?!ui\/|styles\/).*\.(html|ts|css)$/).filter(
  ({ path }) => !path.endsWith('.spec.ts'),
);

/** Places where the pattern matches, as `path:line`. */
function places(pattern: RegExp): string[] {
  return outsideOfUi.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
  );
}

describe('the client outside of client/ui and client/styles', () => {
  it('uses no class and no style sheet of KERN or the CDK', () => {
    expect(places(/['"\s.]kern-[a-z]|['"\s.]cdk-[a-z]|@kern-ux|@angular\/cdk/)).toEqual([]);
  });

  it('writes no HTML into the page past the templates', () => {
    // Nothing from a document is rendered as HTML (architecture.md, security).
    expect(places(/\binnerHTML\b|\bouterHTML\b|insertAdjacentHTML|bypassSecurityTrust|document\.write/)).toEqual([]);
  });
});
