"""Acronyms of English and what they are in French.

Only those that differ, and that mean one thing: `CSA` is a space agency and a standards body, and stands in no list.
Several French ones stand with a slash between. Sources: Treasury Board of Canada Secretariat, Registry of Applied
Titles (federal bodies); TERMIUM Plus (the rest).
"""

from __future__ import annotations

from functools import cache

FEDERAL = """
AAFC AAC, AANDC AADNC, ACOA APECA, AECL EACL, CAF FAC, CBSA ASFC, CCG GCC, CCOHS CCHST, CDIC SADC, CDS SNC, CER REC,
CFIA ACIA, CHRC CCDP, CHRT TCDP, CICS SCIC, CIDA ACDI, CIHI ICIS, CIHR IRSC, CIPO OPIC, CIRNAC RCAANC, CITT TCCE,
CMHC SCHL, CNSC CCSN, CRA ARC, CSE CST, CSEC CSTC, CSIS SCRS, CSPS EFPC, DFATD MAECD, DFO MPO, DND MDN, ESDC EDSC,
FCAC ACFC, FINTRAC CANAFE, GAC AMC, GoC GC/GdC, HRSDC RHDCC, IAAC AEIC, IDRC CRDI, INAC AINC, IRB CISR, ISC SAC,
ISED ISDE, LAC BAC, NCC CCN, NEB ONE, NFB ONF, NRC CNRC, NRCan RNCan, NSERC CRSNG, NSICOP CPSNR, NSIRA OSSNR, OAG BVG,
OCHRO BDPRH, OCIO BDPI, OCOL CLO, OPC CPVP, OSFI BSIF, PBC CLCC, PBO DPB, PCO BCP, PHAC ASPC, PIPSC IPFPC,
PMO CPM/BGP, PMPRB CEPMB, PMRA ARLA, PPSC SPPC, PSAC AFPC, PSC CFP, PSIC ISPC, PSPC SPAC, PWGSC TPSGC, RCMP GRC,
SSC SPC, SSHRC CRSH, SWC CFC, TBS SCT, TSB BST, VAC ACC, VRAB TACRA
"""
"""Bodies of the Government of Canada."""
COMMON = """
ADM SMA, AI IA, AIDS sida, ATIP AIPRP, ATM GAB/DAB, CIO DPI/DSI, COPD MPOC, CPI IPC, CPP RPC, CUSMA ACEUM, DNA ADN,
EAP PAE, EI AE, ESL ALS, EU UE, FSL FLS, FTA ALE, FTE ETP, GBA ACS, GBV VFS/VSG, GDP PIB, GHG GES, GIS SIG/SRG,
GMO OGM, GNP PNB, GST TPS, HIV VIH, HQ AC/QG, HR RH, HRM GRH, HST TVH, ICT TIC, ICU USI, ILO OIT, IM GI, IMF FMI,
IPCC GIEC, IT TI, MOU PE, MRI IRM, NAFTA ALENA, NATO OTAN, NGO ONG, NPO OSBL/OBNL, OAS SV, OCD TOC, OECD OCDE,
OHS SST, OPEC OPEP, PIA EFVP, PPE EPI, PTSD TSPT/ESPT, QPP RRQ, QST TVQ, RESP REEE, RFI DR/DDR/DRI, RFP DP/DDP,
RNA ARN, RRIF FERR, RRSP REER, SDG ODD, SIN NAS, SME PME, SOW EDT, STI ITS/IST, TFSA CELI, TRC CVR, UFO OVNI, UN ONU,
UNDRIP DNUDPA, UNHCR HCR, VAT TVA, WHMIS SIMDUT, WHO OMS, WMO OMM, WTO OMC,
ADT HAA, AST HNA, CDT HAC, EDT HAE, EST HNE, MDT HAR, MST HNR, NDT HAT, NST HNT, PDT HAP, PST HNP
"""
"""What reports and slides are full of; time zones."""


@cache
def table() -> dict[str, frozenset[str]]:
    """What an English acronym is in French, where the two differ."""
    found: dict[str, frozenset[str]] = {}
    for entry in f"{FEDERAL},{COMMON}".replace("\n", " ").split(","):
        english, french = entry.split()
        found[english] = frozenset(french.split("/"))
    return found


@cache
def back() -> dict[str, frozenset[str]]:
    """What a French acronym is in English."""
    found: dict[str, frozenset[str]] = {}
    for english, forms in table().items():
        for french in forms:
            found[french] = found.get(french, frozenset()) | {english}
    return found
