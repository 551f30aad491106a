// Every colour of the screens, in one place; proved by computing their contrasts.
export const states = ['OPEN','LIMITED','FULL','SUSPENDED','RELOCATED','CLOSED','UNKNOWN'];
export const light = {
  bg:'#F3F5F7', surface:'#FFFFFF', sunken:'#E9EDF1', raised:'#FFFFFF', line:'#D5DBE2', lineStrong:'#7D8896',
  ink:'#14202E', ink2:'#46535F', ink3:'#5A6772', accent:'#1B4B8F', accentHover:'#143A70', accentInk:'#FFFFFF', accentTint:'#E6EEF8',
  focus:'#1B4B8F', danger:'#A8201A', dangerTint:'#FBEAE8', lantern:'#E8A317', live:'#0B7350',
  water:'#D6E3EC', land:'#F7F6F1', landOther:'#ECEEEC', road:'#D9D6CC', coast:'#A9BCCB', mark:'#FFF6DC',
  st:{ OPEN:'#0B7350', LIMITED:'#9A5B00', FULL:'#8B2A72', SUSPENDED:'#BE3A12', RELOCATED:'#0C66A6', CLOSED:'#333B45', UNKNOWN:'#5C6874' },
  tint:{ OPEN:'#DFF2EA', LIMITED:'#FBEBCB', FULL:'#F6E3F0', SUSPENDED:'#FCE3DA', RELOCATED:'#DCECF8', CLOSED:'#E2E5E9', UNKNOWN:'#EEF0F3' },
  fill:{ OPEN:'#0B7350', LIMITED:'#C47E00', FULL:'#8B2A72', SUSPENDED:'#C53D17', RELOCATED:'#2A8AD0', CLOSED:'#333B45', UNKNOWN:'#7F8A96' },
};
export const dark = {
  bg:'#0E141C', surface:'#161E29', sunken:'#111821', raised:'#1D2733', line:'#2B3746', lineStrong:'#6E7E90',
  ink:'#EAF0F6', ink2:'#B3C0CD', ink3:'#93A2B1', accent:'#8DB8F2', accentHover:'#ABCBF7', accentInk:'#0B1826', accentTint:'#1B2F49',
  focus:'#F2C14E', danger:'#FF9C8F', dangerTint:'#3B1B18', lantern:'#F2C14E', live:'#4FCB9B',
  water:'#0A1119', land:'#1A232E', landOther:'#131B24', road:'#2A3644', coast:'#35465A', mark:'#25261F',
  st:{ OPEN:'#4FCB9B', LIMITED:'#F3B94A', FULL:'#E394CC', SUSPENDED:'#FF8F66', RELOCATED:'#6DB9F5', CLOSED:'#C3CCD6', UNKNOWN:'#9AA7B4' },
  tint:{ OPEN:'#12352B', LIMITED:'#3A2D10', FULL:'#3A1D33', SUSPENDED:'#40211A', RELOCATED:'#14314A', CLOSED:'#2A323C', UNKNOWN:'#222B36' },
  fill:{ OPEN:'#35B585', LIMITED:'#F0B23C', FULL:'#EA9AD6', SUSPENDED:'#F47C50', RELOCATED:'#4A9FE6', CLOSED:'#C9D2DB', UNKNOWN:'#6F7D8B' },
};
