import type Sigma from 'sigma';
import { NodeProgram } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';

/** The shapes of design/kind-mark.tsx, by number for the graphics card. */
export const shapes = { person: 0, organization: 1, product: 2, concept: 3 } as const;

/** What a node of ours has besides what sigma knows of. */
export type NodeLook = NodeDisplayData & {
  readonly shape: number;
  /** The colour of its rim; the ground's where it has none. */
  readonly rim: string;
};

const vertex = /* glsl */ `
attribute vec2 a_place;
attribute float a_size;
attribute float a_shape;
attribute vec4 a_color;
attribute vec4 a_rim;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform vec2 u_view;
uniform float u_sizeRatio;
uniform mediump float u_plain;

varying vec4 v_color;
varying vec4 v_rim;
varying vec2 v_place;
varying float v_radius;
varying float v_shape;

void main() {
  v_radius = a_size / u_sizeRatio;
  v_place = a_corner * (u_plain > 0.5 ? v_radius + 1.0 : v_radius * 1.2 + 2.5);
  vec2 middle = (u_matrix * vec3(a_place, 1.0)).xy;
  gl_Position = vec4(middle + v_place * 2.0 / u_view, 0.0, 1.0);
  v_shape = a_shape;
  v_color = a_color;
  v_color.a *= 255.0 / 254.0;
  v_rim = a_rim;
  v_rim.a *= 255.0 / 254.0;
}
`;

const fragment = /* glsl */ `
precision mediump float;

uniform mediump float u_plain;

varying vec4 v_color;
varying vec4 v_rim;
varying vec2 v_place;
varying float v_radius;
varying float v_shape;

// How far outside of the shape a place is, in pixels; all shapes look about as large.
float outside(vec2 place) {
  vec2 side = abs(place);
  if (v_shape < 0.5) return length(place) - v_radius;
  if (v_shape < 1.5) return max(side.x, side.y) - v_radius * 0.9;
  if (v_shape < 2.5) return (side.x + side.y) * 0.7071 - v_radius * 0.82;
  return max(side.y, side.x * 0.866 + side.y * 0.5) - v_radius * 0.95;
}

void main() {
  // Where thousands move, a square of its colour each: shape and rim take four times as many pixels, each reckoned longer.
  if (u_plain > 0.5) {
    gl_FragColor = v_color;
    return;
  }
  float far = outside(v_place);
  float rim = 2.0;
  float cover = 1.0 - smoothstep(rim - 0.5, rim + 0.5, far);
  if (cover <= 0.0) discard;
  gl_FragColor = mix(v_color, v_rim, smoothstep(-0.5, 0.5, far)) * cover;
}
`;

const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
const uniforms = ['u_matrix', 'u_view', 'u_sizeRatio', 'u_plain'] as const;

/** Draws nodes in the shape of their kind, with a rim that sets them off from edges or marks them as selected. */
class EntityProgram extends NodeProgram<(typeof uniforms)[number]> {
  /** Without the buffer for picking, whatever sigma has for it: what is pointed at is found otherwise (pointing.ts). */
  constructor(card: WebGLRenderingContext, _picking: WebGLFramebuffer | null, sigma: Sigma) {
    super(card, null, sigma);
  }

  getDefinition() {
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: vertex,
      FRAGMENT_SHADER_SOURCE: fragment,
      METHOD: TRIANGLES,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: 'a_place', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_shape', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_rim', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
      CONSTANT_DATA: [
        [-1, -1],
        [-1, 1],
        [1, -1],
        [1, -1],
        [-1, 1],
        [1, 1],
      ],
    };
  }

  processVisibleItem(_index: number, start: number, data: NodeDisplayData): void {
    const { x, y, size, shape, color, rim } = data as NodeLook;
    this.array.set([x, y, size, shape, floatColor(color), floatColor(rim)], start);
  }

  setUniforms(
    { matrix, width, height, sizeRatio }: RenderParams,
    program: Parameters<NodeProgram['setUniforms']>[1],
  ): void {
    const { gl, uniformLocations } = program;
    gl.uniformMatrix3fv(uniformLocations.u_matrix ?? null, false, matrix);
    gl.uniform2f(uniformLocations.u_view ?? null, width, height);
    gl.uniform1f(uniformLocations.u_sizeRatio ?? null, sizeRatio);
    gl.uniform1f(uniformLocations.u_plain ?? null, this.isPlain() ? 1 : 0);
  }

  /** Whether nodes are drawn as quickly as can be, and not as well. */
  isPlain(): boolean {
    return false;
  }
}

/** The program that draws entities; it draws them as plain squares for as long as `isSparing` says so. */
export function plainWhile(isSparing: () => boolean): typeof EntityProgram {
  return class extends EntityProgram {
    override isPlain(): boolean {
      return isSparing();
    }
  };
}
