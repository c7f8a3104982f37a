import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { readConfig } from '../src/config.ts';

type Container = {
  readonly args: readonly string[];
  readonly env: readonly { readonly name: string; readonly value?: string }[];
  readonly securityContext: object;
  readonly livenessProbe: object;
  readonly readinessProbe: object;
};
type Manifest = {
  readonly kind: string;
  readonly spec: {
    readonly template?: {
      readonly spec: { readonly securityContext: object; readonly containers: readonly Container[] };
    };
  };
};

const text = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');

describe('the manifests', () => {
  const manifests = parseAllDocuments(text('deploy/kubernetes.yaml')).map((one) => {
    expect(one.errors).toEqual([]);
    return one.toJS() as Manifest;
  });
  const pod = manifests.find(({ kind }) => kind === 'Deployment')?.spec.template?.spec;
  const [container] = pod?.containers ?? [];

  it('run the service as nobody in particular, who can write nothing', () => {
    expect(pod?.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 1000 });
    expect(container?.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
  });

  it('probe what the service answers', () => {
    expect(container).toMatchObject({
      livenessProbe: { httpGet: { path: '/health/live' } },
      readinessProbe: { httpGet: { path: '/health/ready' } },
    });
  });

  it('set variables that the service takes', () => {
    const given = (container?.env ?? []).map(({ name, value = 'secret' }) => [name, value] as const);
    const { neo4j, metrics, proxies } = readConfig(Object.fromEntries(given));
    expect([neo4j?.password, metrics, proxies]).toEqual(['secret', true, 1]);
  });
});

describe('the image', () => {
  it('is made of what is there, and what the build may see', () => {
    const seen = text('.dockerignore')
      .split('\n')
      .flatMap((line) => /^!(.+)$/.exec(line)?.[1] ?? []);
    const copied = text('Dockerfile')
      .split('\n')
      .flatMap((line) => (/^COPY (?!--)(.+) \S+$/.exec(line)?.[1] ?? '').split(' '))
      .filter((path) => path !== '')
      .map((path) => path.replace(/^\.\//, ''));
    expect(copied).toEqual(expect.arrayContaining(['package.json', 'vite.config.ts', 'src', 'web']));
    expect([...new Set(copied)].sort()).toEqual([...seen].sort());
    for (const path of copied) expect(existsSync(new URL(`../${path}`, import.meta.url)), path).toBe(true);
  });
});

describe('the compose file', () => {
  it('runs the service with a file system it cannot write, and without capabilities', () => {
    const { services } = parse(text('compose.yaml')) as { services: { throughline: object } };
    expect(services.throughline).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
    expect(text('Dockerfile')).toMatch(/^USER node$/m);
  });
});
