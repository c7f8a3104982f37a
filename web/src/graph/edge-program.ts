import { EdgeProgram } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';

/** What an edge of ours has besides what sigma knows of. */
export type EdgeLook = EdgeDisplayData & {
  readonly dashed: boolean;
  /** How many pixels it lies beside the line between its ends: several between the same two lie side by side. */
  readonly shift: number;
  /** Whether it ends in an arrow's head. */
  readonly head: boolean;
};

const vertex = /* glsl */ `
attribute vec2 a_from;
attribute vec2 a_to;
attribute vec4 a_look; // half of the thickness, shift, dashed, head
attribute vec2 a_radii;
attribute vec4 a_color;
attribute vec2 a_corner; // along: 0 or 1; across: -1 or 1

uniform mat3 u_matrix;
uniform vec2 u_view;
uniform float u_sizeRatio;

varying vec4 v_color;
varying vec2 v_place; // pixels from the head's tip, and from the middle
varying vec4 v_look;

void main() {
  // All is reckoned in pixels of the screen, so that dashes are alike at every zoom.
  vec2 from = (u_matrix * vec3(a_from, 1.0)).xy * u_view * 0.5;
  vec2 to = (u_matrix * vec3(a_to, 1.0)).xy * u_view * 0.5;
  vec2 way = to - from;
  float distance = max(length(way), 0.001);
  vec2 along = way / distance;
  vec2 across = vec2(-along.y, along.x);
  from += along * min(a_radii.x / u_sizeRatio, distance * 0.4);
  to -= along * min(a_radii.y / u_sizeRatio + 1.0, distance * 0.4);
  float wide = a_look.x + 1.0 + a_look.w * 4.0;
  vec2 place = mix(from, to, a_corner.x) + across * (a_look.y + a_corner.y * wide);
  gl_Position = vec4(place * 2.0 / u_view, 0.0, 1.0);
  v_place = vec2((1.0 - a_corner.x) * dot(to - from, along), a_corner.y * wide);
  v_look = a_look;
  v_color = a_color;
  v_color.a *= 255.0 / 254.0;
}
`;

const fragment = /* glsl */ `
precision mediump float;

varying vec4 v_color;
varying vec2 v_place;
varying vec4 v_look;

void main() {
  float across = abs(v_place.y);
  float thick = v_look.x;
  // The head is a triangle at the tip, nine pixels long.
  if (v_look.w > 0.5 && v_place.x < 9.0) thick = max(thick, v_place.x * 0.45);
  else if (v_look.z > 0.5 && mod(v_place.x, 9.0) > 5.0) discard;
  float alpha = 1.0 - smoothstep(thick - 0.25, thick + 0.75, across);
  if (alpha <= 0.0) discard;
  gl_FragColor = v_color * alpha;
}
`;

const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
const uniforms = ['u_matrix', 'u_view', 'u_sizeRatio'] as const;

/** Draws edges solid or dashed, with a head, and beside one another: sigma's own can do none of these together. */
class RelationshipProgram extends EdgeProgram<(typeof uniforms)[number]> {
  getDefinition() {
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: vertex,
      FRAGMENT_SHADER_SOURCE: fragment,
      METHOD: TRIANGLES,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: 'a_from', size: 2, type: FLOAT },
        { name: 'a_to', size: 2, type: FLOAT },
        { name: 'a_look', size: 4, type: FLOAT },
        { name: 'a_radii', size: 2, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
      CONSTANT_DATA: [
        [0, -1],
        [0, 1],
        [1, -1],
        [1, -1],
        [0, 1],
        [1, 1],
      ],
    };
  }

  processVisibleItem(
    _index: number,
    start: number,
    from: NodeDisplayData,
    to: NodeDisplayData,
    data: EdgeDisplayData,
  ): void {
    const { size, shift, dashed, head, color } = data as EdgeLook;
    this.array.set(
      [
        from.x,
        from.y,
        to.x,
        to.y,
        size / 2,
        shift,
        dashed ? 1 : 0,
        head ? 1 : 0,
        from.size,
        to.size,
        floatColor(color),
      ],
      start,
    );
  }

  setUniforms(
    { matrix, width, height, sizeRatio }: RenderParams,
    program: Parameters<EdgeProgram['setUniforms']>[1],
  ): void {
    const { gl, uniformLocations } = program;
    gl.uniformMatrix3fv(uniformLocations.u_matrix ?? null, false, matrix);
    gl.uniform2f(uniformLocations.u_view ?? null, width, height);
    gl.uniform1f(uniformLocations.u_sizeRatio ?? null, sizeRatio);
  }
}

/** The program that draws relationships; it leaves them out for as long as `isSpared` says so. */
export function sparedWhile(isSpared: () => boolean): typeof RelationshipProgram {
  return class extends RelationshipProgram {
    override render(params: RenderParams): void {
      if (!isSpared()) super.render(params);
    }
  };
}
