/* For the tests under wine 8 alone, whose mscms.dll lacks these functions: no colour profile. Never shipped. */
#define OFFERED __declspec(dllexport)
#define NOTHING(name) OFFERED void *name(void) { return 0; }

NOTHING(WcsOpenColorProfileW)
NOTHING(WcsCreateIccProfile)
NOTHING(OpenColorProfileW)
NOTHING(OpenColorProfileA)
NOTHING(GetColorProfileFromHandle)
NOTHING(CloseColorProfile)
