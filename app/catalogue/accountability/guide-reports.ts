/** The public reports from which the scenarios and topics of the guide are known. */
export const guideReports = [
  {
    id: 'vvi',
    title: 'Vakblad Voedingsindustrie over de handreiking weerbaarheid van VNO-NCW en MKB-Nederland',
    url: 'https://vakbladvoedingsindustrie.nl/en/article/preparing-for-a-crisis-practical-guidance-for-food-businesses',
  },
  {
    id: 'vno',
    title: 'VNO-NCW over de handreiking en het werk met gemeenten',
    url: 'https://www.vno-ncw.nl/artikelen/gemeenten-werk-samen-aan-weerbaarheid-het-begint-lokaal',
  },
  {
    id: 'don1',
    title: 'De Ondernemer over het project economische weerbaarheid en 72 uur zonder stroom',
    url: 'https://www.deondernemer.nl/actueel/stroomuitval-netcongestie-stroomnet-vno-ncw-mkb-nederland-spanje-portugal-gevolgen-bedrijfsleven~4ccc683',
  },
] as const
