; The setup of REDI Desktop for Windows: for one user, without an administrator.
; Built by tools/package_windows.py, which defines VERSION, NUMBERS, OUT, FOLDER, KIBIBYTES, MEBIBYTES, PACKING,
; COMPRESSOR and SIGN, draws redi.ico, side.bmp and head.bmp, and writes
; install-files.nsh and uninstall-files.nsh: every file that is laid down, and those alone are taken away again.
;
; Silent:     setup.exe /S [/D=C:\folder]       uninstall.exe /S
; Exit codes: 0 done · 1 cancelled · 2 the program is open, or a file cannot be written · 3 a newer version is installed
;             4 too little space
Unicode true
Target amd64-unicode
ManifestDPIAware true
SetCompressor ${PACKING} ${COMPRESSOR}
RequestExecutionLevel user
; A file that cannot be written ends the setup; left out in silence, it would be missed only later.
AllowSkipFiles off

!include "MUI2.nsh"
!include "LogicLib.nsh"
!include "FileFunc.nsh"
!include "WordFunc.nsh"
!include "x64.nsh"

!define NAME "REDI Desktop"
!define PROGRAM "redi-desktop.exe"
!define COMMANDS "redi-desktop-cli.exe"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\REDI Desktop"
!define DATA "$LOCALAPPDATA\REDI Desktop"

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\REDI Desktop"
InstallDirRegKey HKCU "${UNINSTALL_KEY}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"
!if "${SIGN}" != ""
  !uninstfinalize '${SIGN}'
!endif

!define MUI_ICON "${FOLDER}\redi.ico"
!define MUI_UNICON "${FOLDER}\redi.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${FOLDER}\side.bmp"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${FOLDER}\side.bmp"
!define MUI_HEADERIMAGE
!define MUI_HEADERIMAGE_RIGHT
!define MUI_HEADERIMAGE_BITMAP "${FOLDER}\head.bmp"
!define MUI_WELCOMEPAGE_TITLE_3LINES
!define MUI_WELCOMEPAGE_TEXT "$(WELCOME)"
!define MUI_FINISHPAGE_TITLE_3LINES
!define MUI_ABORTWARNING
; The language is asked for once; an upgrade and the uninstaller speak the one that was chosen.
!define MUI_LANGDLL_ALLLANGUAGES
!define MUI_LANGDLL_WINDOWTITLE "${NAME}"
!define MUI_LANGDLL_INFO "Langue · Taal · Sprache · Language"
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "${UNINSTALL_KEY}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Language"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; The first language is used where the one of Windows is none of these.
!insertmacro MUI_LANGUAGE "French"
!insertmacro MUI_LANGUAGE "Dutch"
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "English"
!include "${FOLDER}\texts.nsh"

VIProductVersion "${NUMBERS}"
VIFileVersion "${NUMBERS}"
!macro DESCRIBED LANGUAGE
  VIAddVersionKey /LANG=${LANGUAGE} "ProductName" "${NAME}"
  VIAddVersionKey /LANG=${LANGUAGE} "ProductVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "FileDescription" "${NAME} ${VERSION} setup"
  VIAddVersionKey /LANG=${LANGUAGE} "CompanyName" "The REDI Desktop maintainers"
  VIAddVersionKey /LANG=${LANGUAGE} "LegalCopyright" "EUPL-1.2"
!macroend
!insertmacro DESCRIBED ${LANG_FRENCH}
!insertmacro DESCRIBED ${LANG_DUTCH}
!insertmacro DESCRIBED ${LANG_GERMAN}
!insertmacro DESCRIBED ${LANG_ENGLISH}

; Ask until the program is closed, its window and its commands: a file that is in use cannot be replaced.
!macro WAIT_FOR_CLOSING PREFIX FILE
  ${Do}
    ${IfNot} ${FileExists} "$INSTDIR\${FILE}"
      ${ExitDo}
    ${EndIf}
    ClearErrors
    FileOpen $0 "$INSTDIR\${FILE}" a
    ${IfNot} ${Errors}
      FileClose $0
      ${ExitDo}
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(${PREFIX}IS_OPEN)" /SD IDCANCEL IDRETRY +3
      SetErrorLevel 2
      Quit
  ${Loop}
!macroend

; Before anything is taken away: in a window the page of the folder has compared already, in silence nobody has.
!macro REFUSE_WITHOUT_SPACE
  ${GetRoot} "$INSTDIR" $0
  ClearErrors
  ${DriveSpace} "$0\" "/D=F /S=M" $1
  ${IfNot} ${Errors}
  ${AndIf} $1 < ${MEBIBYTES}
    MessageBox MB_OK|MB_ICONSTOP "$(NO_SPACE)" /SD IDOK
    SetErrorLevel 4
    Quit
  ${EndIf}
!macroend

Var Spoken

; Whoever chose another language than that of Windows finds the program in it, where no settings are kept yet.
Function KeepLanguage
  ${If} $Spoken == $LANGUAGE
  ${OrIf} ${FileExists} "${DATA}\settings.json"
    Return
  ${EndIf}
  StrCpy $0 "en"
  ${Switch} $LANGUAGE
    ${Case} ${LANG_FRENCH}
      StrCpy $0 "fr"
      ${Break}
    ${Case} ${LANG_DUTCH}
      StrCpy $0 "nl"
      ${Break}
    ${Case} ${LANG_GERMAN}
      StrCpy $0 "de"
      ${Break}
  ${EndSwitch}
  CreateDirectory "${DATA}"
  FileOpen $1 "${DATA}\settings.json" w
  FileWrite $1 '{"language": "$0"}'
  FileClose $1
FunctionEnd

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "$(NEEDS_64_BITS)" /SD IDOK
    Quit
  ${EndIf}
  StrCpy $Spoken $LANGUAGE
  !insertmacro MUI_LANGDLL_DISPLAY
  ReadRegStr $1 HKCU "${UNINSTALL_KEY}" "Language"
  ${If} $1 != ""
    StrCpy $Spoken $1 ; an upgrade: the program speaks what it is set to
  ${EndIf}
  ReadRegStr $1 HKCU "${UNINSTALL_KEY}" "DisplayVersion"
  ${If} $1 != ""
    ${VersionCompare} "$1" "${VERSION}" $0
    ${If} $0 == 1
      MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "$(IS_NEWER)" /SD IDNO IDYES +3
        SetErrorLevel 3
        Quit
    ${EndIf}
  ${EndIf}
FunctionEnd

Section
  !insertmacro WAIT_FOR_CLOSING "" ${PROGRAM}
  !insertmacro WAIT_FOR_CLOSING "" ${COMMANDS}
  !insertmacro REFUSE_WITHOUT_SPACE
  ; What an older version laid down goes first, by that version's own list; vaults and settings are elsewhere.
  ${If} ${FileExists} "$INSTDIR\uninstall.exe"
    ExecWait '"$INSTDIR\uninstall.exe" /S /KEEPENTRIES _?=$INSTDIR' $0
    Delete "$INSTDIR\uninstall.exe"
  ${EndIf}
  !include "${FOLDER}\install-files.nsh"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "The REDI Desktop maintainers"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${KIBIBYTES}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Language" $LANGUAGE
  Call KeepLanguage
SectionEnd

Function un.onInit
  !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

Section "Uninstall"
  !insertmacro WAIT_FOR_CLOSING "un." ${PROGRAM}
  !insertmacro WAIT_FOR_CLOSING "un." ${COMMANDS}
  !include "${FOLDER}\uninstall-files.nsh"
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/KEEPENTRIES" $1
  IfErrors 0 kept
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  ; Settings and log, then the vault at its usual place: each only where somebody says so. Silence means no.
  ${If} ${FileExists} "${DATA}\*.*"
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(un.SETTINGS)" /SD IDNO IDNO kept
    Delete "${DATA}\settings.json"
    RMDir /r "${DATA}\Logs"
    ${If} ${FileExists} "${DATA}\vault\*.*"
      MessageBox MB_YESNO|MB_ICONSTOP|MB_DEFBUTTON2 "$(un.VAULT)" /SD IDNO IDNO kept
      MessageBox MB_YESNO|MB_ICONSTOP|MB_DEFBUTTON2 "$(un.VAULT_AGAIN)" /SD IDNO IDNO kept
      RMDir /r "${DATA}\vault"
    ${EndIf}
    RMDir "${DATA}"
  ${EndIf}
  kept:
SectionEnd
