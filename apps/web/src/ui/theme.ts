import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';
import { dark, light, type Palette } from './tokens.mjs';

const nuit: MantineColorsTuple = [
  '#EEF3FA',
  '#DCE7F5',
  '#B7CDEB',
  '#8DB8F2',
  '#6A9BDD',
  '#467EC6',
  '#2B63AD',
  '#1B4B8F',
  '#143A70',
  '#0D2A54',
];

/** [ground, under the pointer, ink]. Mantine's own autoContrast looks at the light scheme only: white on pale blue in the dark. */
const looks: Record<string, [string, string, string]> = {
  filled: ['accent', 'accentHover', 'accentInk'],
  light: ['accentTint', 'line', 'accent'],
  subtle: ['transparent', 'accentTint', 'accent'],
  danger: ['danger', 'danger', 'surface'],
};
const ink = (name: string) => (name === 'transparent' ? name : `var(--fanal-${name})`);

const coloursOf: VariantColorsResolver = input => {
  const look = looks[input.color === 'danger' ? 'danger' : input.variant];
  if (!look) return defaultVariantColorsResolver(input);
  return { background: ink(look[0]), hover: ink(look[1]), color: ink(look[2]), border: '1px solid transparent' };
};

/** Sizes of the public density: 16 px words, 48 px controls. */
export const fanalTheme = createTheme({
  fontFamily: '"Atkinson Hyperlegible Next Variable", system-ui, "Segoe UI", sans-serif',
  fontSmoothing: true,
  colors: { nuit },
  primaryColor: 'nuit',
  primaryShade: { light: 7, dark: 3 },
  variantColorResolver: coloursOf,
  focusRing: 'auto',
  respectReducedMotion: true,
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '18px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  fontSizes: { xs: '12px', sm: '14px', md: '16px', lg: '17px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '20px', md: '24px', lg: '24px', xl: '28px' },
  headings: { fontWeight: '650', textWrap: 'balance' },
  components: { Button: { defaultProps: { h: 48, fw: 600, fz: 17 } } },
});

/** `--fanal-*` for both schemes; components use only these for status and surfaces. */
const variablesOf = (palette: Palette): Record<string, string> =>
  Object.fromEntries(
    Object.entries(palette).flatMap(([name, value]) =>
      typeof value === 'string'
        ? [[`--fanal-${name}`, value]]
        : Object.entries(value).map(([state, colour]) => [`--fanal-${name}-${state}`, colour]),
    ),
  );

const mantineOf = (palette: Palette) => ({
  '--mantine-color-body': palette.bg,
  '--mantine-color-text': palette.ink,
  '--mantine-color-dimmed': palette.ink3,
  '--mantine-color-default': palette.surface,
  '--mantine-color-default-hover': palette.sunken,
  '--mantine-color-default-color': palette.ink,
  '--mantine-color-default-border': palette.lineStrong,
  '--mantine-color-anchor': palette.accent,
  '--mantine-color-error': palette.danger,
  '--mantine-color-placeholder': palette.ink3,
});

export const fanalVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...variablesOf(light), ...mantineOf(light), '--fanal-shapeInk': '#fff' },
  dark: { ...variablesOf(dark), ...mantineOf(dark), '--fanal-shapeInk': '#0B1118' },
});
